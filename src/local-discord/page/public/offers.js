import { filledWith, matching, openOptions, optionsOf, withCommand, withOption } from "./draft.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").Command} Command */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {{ choices: { name: string, value: string | number }[], error: string | null }} Suggestions */
/** @typedef {(name: string, options: Record<string, string>, focused: string) => Promise<Suggestions>} Complete */

/**
 * What can be picked at one place of a draft; each line leads to another draft.
 * @typedef {object} Offer
 * @property {string} head
 * @property {{ label: string, description?: string, note?: string, next: Draft }[]} lines
 * @property {string} empty what is said when there are no lines
 * @property {number} active the line that is active at first, -1 for none
 */

/**
 * What can be picked in an option's field: the suggestions for it.
 * @param {Draft} draft
 * @param {number} at the field's place
 * @param {Words} words
 * @param {Complete} complete
 * @returns {Promise<Offer>}
 */
export async function valuesFor(draft, at, words, complete) {
  const field = draft.filled[at];
  if (!draft.command || !field) throw new Error(`the draft has no option ${at}`);
  const { option, text, value } = field;
  const head = `${option.label} — ${option.description}`;
  if (!option.suggests || value !== null) return { head, lines: [], empty: "", active: -1 };
  const { choices, error } = await complete(
    draft.command.name,
    { ...optionsOf(draft), [option.name]: text },
    option.name,
  );
  return {
    head,
    lines: choices.map(({ name, value: given }) => ({
      label: name,
      next: filledWith(draft, at, name, String(given)),
    })),
    empty: error === null ? words.noChoice : words.noSuggestions,
    active: 0,
  };
}

/**
 * What can be picked outside of any option: the options that are still open, or behind a slash the commands.
 * @param {Draft} draft
 * @param {readonly Command[]} commands
 * @param {string} application whose commands these are
 * @param {Words} words
 * @returns {Offer | null} null where nothing is to be picked
 */
export function offerFor(draft, commands, application, words) {
  const typed = draft.rest.trim() !== "";
  if (draft.command) {
    const open = openOptions(draft);
    if (!open.length && !typed) return null;
    const lines = open.map((option) => ({
      label: option.label,
      description: option.description,
      note: option.required ? words.required : words.optional,
      next: withOption(draft, option),
    }));
    // With nothing typed, Enter sends the command rather than asking for another option.
    return { head: words.options, lines, empty: words.noOption, active: typed ? 0 : -1 };
  }
  if (!draft.rest.startsWith("/")) return null;
  const lines = matching(commands, draft.rest).map((command) => ({
    label: `/${command.label}`,
    description: command.description,
    note: application,
    next: withCommand(command),
  }));
  return { head: words.commands, lines, empty: words.noCommand, active: 0 };
}
