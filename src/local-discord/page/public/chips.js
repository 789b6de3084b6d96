import { element } from "./dom.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./words.js").Words} Words */

/** The place of the input behind all options. */
export const behind = -1;

/** The least width of an input, in characters. */
const narrow = 4;

/**
 * Draws a draft: its command, an input for each option, and one behind them all.
 * @param {Draft} draft
 * @param {Words} words
 * @param {string} channel
 * @param {string} list the id of the list that all inputs share
 * @param {(at: number, input: HTMLInputElement) => void} typed
 */
export function drawChips(draft, words, channel, list, typed) {
  /**
   * @param {number} at
   * @param {string} text
   * @param {string} label
   */
  const drawInput = (at, text, label) => {
    const input = element("input", {
      type: "text",
      role: "combobox",
      "aria-label": label,
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": list,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "send",
      maxlength: 2000,
      "data-at": at,
    });
    input.value = text;
    const fit = () => (input.size = Math.max(narrow, input.value.length));
    fit();
    input.addEventListener("input", () => (fit(), typed(at, input)));
    return input;
  };
  const options = draft.filled.map(({ option, text }, at) =>
    element(
      "label",
      { class: "option" },
      element("span", { class: "option-name" }, option.label),
      drawInput(at, text, `${option.label}: ${option.description}`),
    ),
  );
  if (draft.command) {
    const chip = element("span", { class: "command" }, `/${draft.command.label}`);
    return [chip, ...options, drawInput(behind, draft.rest, words.options)];
  }
  const input = drawInput(behind, draft.rest, `${channel}: ${words.write}`);
  input.placeholder = words.write;
  return [input];
}
