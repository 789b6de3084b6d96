import { byId, element } from "./dom.js";

/**
 * Draws a group of radio buttons: one choice of the page.
 * @template Value
 * @param {string} id of the fieldset in the page, whose lines are drawn anew
 * @param {string} legend
 * @param {{ value: Value, face: (Node | string)[], label?: string | undefined }[]} choices `label` where the
 *   face has no words
 * @param {Value} chosen
 * @param {(value: Value) => void} choose
 */
export function drawSwitch(id, legend, choices, chosen, choose) {
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
  // Drawn anew, perhaps in another language, the group still has the focus that it had.
  const checked = /** @type {HTMLElement | null} */ (box.querySelector("input:checked"));
  if (focused) checked?.focus();
}
