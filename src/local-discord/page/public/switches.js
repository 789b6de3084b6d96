import { byId, element } from "./dom.js";

/** @typedef {import("./words.js").Words} Words */

/**
 * A group of radio buttons: one choice of the page.
 * @template Value
 * @param {object} group
 * @param {string} group.id of the fieldset in the page, whose lines are drawn anew
 * @param {string} group.legend
 * @param {Value} group.chosen
 * @param {{ value: Value, face: (Node | string)[], label?: string }[]} group.choices `label` where the face
 *   has no words
 * @param {(value: Value) => void} choose
 */
export function drawSwitch({ id, legend, chosen, choices }, choose) {
  const lines = choices.map(({ value, face, label }) => {
    const radio = element("input", {
      type: "radio",
      name: id,
      value: String(value),
      "aria-label": label,
      change: () => choose(value),
    });
    radio.checked = value === chosen;
    return element("label", { title: label }, radio, element("span", { class: "face" }, ...face));
  });
  const box = byId(id);
  const focused = box.contains(document.activeElement);
  box.replaceChildren(element("legend", {}, legend), ...lines);
  // Drawn anew in another language, the group still has the focus that it had.
  if (focused) /** @type {HTMLElement | null} */ (box.querySelector("input:checked"))?.focus();
}
