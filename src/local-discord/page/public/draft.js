/** @typedef {import("../shown-commands.ts").ShownCommand} Command */
/** @typedef {Command["options"][number]} Option */

/**
 * An option of the draft: what stands in its field, and the value that a picked suggestion gave it.
 * @typedef {object} Filled
 * @property {Option} option
 * @property {string} text
 * @property {string | null} value
 */

/**
 * What is being written: a message, or with a command chosen its options; `rest` is what is typed outside
 * of any option.
 * @typedef {object} Draft
 * @property {Command | null} command
 * @property {Filled[]} filled
 * @property {string} rest
 */

/** @type {Draft} */
export const emptyDraft = { command: null, filled: [], rest: "" };

/**
 * The draft once a command is chosen: its required options are there at once.
 * @param {Command} command
 * @param {string} [rest]
 * @returns {Draft}
 */
export function withCommand(command, rest = "") {
  const required = command.options.filter((option) => option.required);
  return { command, filled: required.map((option) => ({ option, text: "", value: null })), rest };
}

/**
 * The draft with an option in it, where it stood empty or behind all others.
 * @param {Draft} draft
 * @param {Option} option
 * @param {string} [text]
 * @returns {Draft}
 */
export function withOption(draft, option, text = "") {
  const filled = { option, text, value: null };
  const at = placeOf(draft, option);
  const all = at < 0 ? [...draft.filled, filled] : draft.filled.with(at, filled);
  return { ...draft, filled: all, rest: "" };
}

/**
 * The draft with a picked suggestion in one of its fields.
 * @param {Draft} draft
 * @param {number} at the field's place
 * @param {string} text what stands in the field
 * @param {string} value what is sent
 * @returns {Draft}
 */
export function filledWith(draft, at, text, value) {
  const field = draft.filled[at];
  return field ? { ...draft, filled: draft.filled.with(at, { ...field, text, value }) } : draft;
}

/**
 * @param {Draft} draft
 * @param {Option} option
 */
function placeOf({ filled }, option) {
  return filled.findIndex((one) => one.option === option);
}

/**
 * Commands that a text like `/tim` finds, those that begin with it first.
 * @param {readonly Command[]} commands
 * @param {string} text
 */
export function matching(commands, text) {
  return found(commands, text.replace(/^\//, ""));
}

/**
 * Options that are not yet in the draft, as far as they fit what is typed.
 * @param {Draft} draft
 */
export function openOptions({ command, filled, rest }) {
  const open = command?.options.filter((option) => !filled.some((one) => one.option === option)) ?? [];
  return found(open, rest);
}

/**
 * @template {{ names: string[] }} Named
 * @param {readonly Named[]} things
 * @param {string} typed
 * @returns {Named[]}
 */
function found(things, typed) {
  const wanted = typed.trim().toLowerCase();
  const begin = things.filter((one) => one.names.some((name) => name.startsWith(wanted)));
  const contain = things.filter((one) => one.names.some((name) => name.includes(wanted)));
  return [...new Set([...begin, ...contain])];
}

/**
 * Turns typed or pasted text into chips: `/timeline ` into the command, `day:` into its option.
 * @param {Draft} draft
 * @param {readonly Command[]} commands
 * @returns {Draft | null} null when there is nothing to turn
 */
export function readTyped(draft, commands) {
  const typed = draft.rest.trimStart();
  if (draft.command) {
    const option = begins(emptyOptions(draft), typed, ":");
    if (!option) return null;
    const next = withOption(draft, option.thing, option.after);
    return split(next, placeOf(next, option.thing));
  }
  const command = typed.startsWith("/") ? begins(commands, typed.slice(1), " ") : null;
  if (!command) return null;
  const chosen = withCommand(command.thing, command.after);
  return readTyped(chosen, commands) ?? settled(chosen);
}

/**
 * Options that still wait for a value, those that stand there empty among them.
 * @param {Draft} draft
 */
function emptyOptions({ command, filled }) {
  const given = filled.filter(({ text }) => text.trim() !== "").map(({ option }) => option);
  return command?.options.filter((option) => !given.includes(option)) ?? [];
}

/**
 * When the field of an option holds ` about:` of another one, what follows goes there. Its own name at the
 * beginning is dropped: a required option has its field at once, and who types its name means no more by it.
 * @param {Draft} draft
 * @param {number} at the field's place
 * @returns {Draft} the same when there is nothing to split
 */
export function split(draft, at) {
  const field = draft.filled[at];
  if (!field) return draft;
  const own = begins([field.option], field.text.trimStart(), ":");
  if (own) return split({ ...draft, filled: draft.filled.with(at, { ...field, text: own.after }) }, at);
  const open = emptyOptions(draft).filter((option) => option !== field.option);
  for (const { index } of field.text.matchAll(/\s(?=[^\s:]+:)/g)) {
    const option = begins(open, field.text.slice(index + 1), ":");
    if (!option) continue;
    const before = { ...field, text: field.text.slice(0, index).trimEnd(), value: null };
    const next = withOption({ ...draft, filled: draft.filled.with(at, before) }, option.thing, option.after);
    return split(next, placeOf(next, option.thing));
  }
  return draft;
}

/**
 * The thing whose longest name a text begins with, and what stands behind the name.
 * @template {{ names: string[] }} Named
 * @param {readonly Named[]} things
 * @param {string} text
 * @param {string} end the one character that ends a name
 */
function begins(things, text, end) {
  const lower = text.toLowerCase();
  const fits = things.flatMap((thing) =>
    thing.names
      .filter((name) => lower.startsWith(name + end))
      .map((name) => ({ thing, after: text.slice(name.length + 1).trimStart() })),
  );
  return fits.toSorted((a, b) => a.after.length - b.after.length)[0] ?? null;
}

/**
 * The draft as it is sent: text behind the command, as in `/timeline lundi`, is of the first option that is
 * still empty.
 * @param {Draft} draft
 * @returns {Draft}
 */
export function settled(draft) {
  const text = draft.rest.trim();
  if (!draft.command || !text) return draft;
  const at = draft.filled.findIndex((one) => !one.text.trim());
  const empty = draft.filled[at];
  if (empty) return { ...draft, rest: "", filled: draft.filled.with(at, { ...empty, text, value: null }) };
  const [open] = openOptions({ ...draft, rest: "" });
  return open ? withOption(draft, open, text) : draft;
}

/**
 * What is sent: the values of picked suggestions, and as it stands what was only typed.
 * @param {Draft} draft
 * @returns {Record<string, string>}
 */
export function optionsOf({ filled }) {
  const given = filled.filter(({ text }) => text.trim() !== "");
  return Object.fromEntries(given.map(({ option, text, value }) => [option.name, value ?? text.trim()]));
}

/**
 * The required option that is still empty, or undefined.
 * @param {Draft} draft
 */
export function missingOption({ filled }) {
  return filled.find(({ option, text }) => option.required && text.trim() === "");
}
