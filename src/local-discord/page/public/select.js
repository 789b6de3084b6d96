import { element } from "./dom.js";
import { Listbox } from "./listbox.js";
import { showAt } from "./popup.js";

/** @typedef {Extract<import("../shown.ts").ShownPart, { kind: "menu" }>} Menu */
/** @typedef {import("./words.js").Words} Words */

let made = 0;

/**
 * A select menu of a message. The component of the library opens by the mouse alone, so this is one of its
 * own: a select-only combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/examples/combobox-select-only/).
 * @param {Menu} menu
 * @param {Words} words
 * @param {(values: string[]) => void} pick
 */
export function drawSelect(menu, words, pick) {
  const id = `select-${++made}`;
  const several = menu.most > 1;
  const before = menu.options.filter((option) => option.chosen).map((option) => option.value);
  let chosen = [...before];

  const face = element("span", { class: "face" });
  const button = element(
    "button",
    {
      type: "button",
      class: "select",
      role: "combobox",
      "aria-haspopup": "listbox",
      "aria-expanded": "false",
      "aria-controls": id,
      "aria-label": menu.placeholder || words.choose,
      disabled: menu.disabled,
      "data-part": menu.id,
    },
    face,
    element("span", { class: "arrow", "aria-hidden": true }),
  );
  const list = new Listbox(id, () => button);
  const popup = element("div", { class: "popup", popover: "auto" }, list.element);
  if (several) list.element.setAttribute("aria-multiselectable", "true");

  const draw = () => {
    const labels = menu.options
      .filter((option) => chosen.includes(option.value))
      .map((option) => option.label);
    face.textContent = labels.join(", ") || menu.placeholder || words.choose;
    face.classList.toggle("empty", labels.length === 0);
  };
  /** @param {number} active */
  const fill = (active) =>
    list.show(
      menu.options.map((option) => ({
        label: option.label,
        description: option.description,
        chosen: chosen.includes(option.value),
        pick: () => take(option.value),
      })),
      active,
    );
  /** @param {string} value */
  const take = (value) => {
    if (!several) {
      popup.hidePopover();
      pick([value]);
      return;
    }
    const others = chosen.filter((one) => one !== value);
    chosen = others.length < chosen.length ? others : [...chosen, value].slice(-menu.most);
    fill(menu.options.findIndex((option) => option.value === value));
    draw();
  };
  const open = () => {
    fill(
      Math.max(
        0,
        menu.options.findIndex((option) => chosen.includes(option.value)),
      ),
    );
    const place = button.getBoundingClientRect();
    showAt(popup, place, place.width);
  };

  popup.addEventListener("toggle", (event) => {
    const isOpen = event.newState === "open";
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) return;
    list.activate(-1);
    // As in Discord, several entries are sent when the menu is closed.
    const changed = several && String(chosen) !== String(before);
    if (changed && chosen.length >= menu.least) pick(chosen);
  });
  button.addEventListener("click", () => (popup.matches(":popover-open") ? popup.hidePopover() : open()));
  button.addEventListener("keydown", (event) => {
    const isOpen = popup.matches(":popover-open");
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (isOpen) list.move(event.key === "ArrowDown" ? 1 : -1);
      else open();
    } else if (isOpen && (event.key === "Home" || event.key === "End"))
      list.activate(event.key === "Home" ? 0 : list.length - 1);
    else if (isOpen && (event.key === "Enter" || event.key === " ")) list.active?.pick();
    else if (isOpen && event.key === "Tab") return popup.hidePopover();
    else if (isOpen && event.key.length === 1) list.moveTo(event.key);
    else return;
    event.preventDefault();
  });
  draw();
  return element("div", { class: "select-box" }, button, popup);
}
