import { byId, element } from "./dom.js";
import { showAt } from "./popup.js";

/** @typedef {import("./words.js").Words} Words */

/**
 * The menu on a message: the bot's message commands, and copying its text. As a popover it gives the focus back
 * when it is closed.
 * @param {object} on
 * @param {{ left: number, top: number, bottom: number, width: number }} on.place where, in px of the window
 * @param {{ name: string, label: string }[]} on.commands
 * @param {string} on.text the message's text
 * @param {(command: string) => void} on.apply
 * @param {Words} on.words
 */
export function openMessageMenu({ place, commands, text, apply, words }) {
  const menu = byId("message-menu");
  /**
   * @param {string} label
   * @param {() => void} act
   */
  const item = (label, act) =>
    element(
      "button",
      { type: "button", role: "menuitem", tabindex: -1, click: () => (menu.hidePopover(), act()) },
      label,
    );
  const apps = commands.map((command) => item(command.label, () => apply(command.name)));
  menu.replaceChildren(
    element("div", { class: "menu-head", "aria-hidden": true }, apps.length ? words.apps : words.noApps),
    ...apps,
    element("div", { role: "separator" }),
    item(words.copy, () => void navigator.clipboard.writeText(text)),
  );
  menu.setAttribute("aria-label", words.more);
  showAt(menu, place, 200);
  items(menu)[0]?.focus();
}

/** @param {HTMLElement} menu */
function items(menu) {
  return /** @type {HTMLElement[]} */ ([...menu.querySelectorAll("[role=menuitem]")]);
}

/**
 * The keys of the menu: https://www.w3.org/WAI/ARIA/apg/patterns/menubar/
 * @param {KeyboardEvent} event
 */
export function moveInMenu(event) {
  const menu = byId("message-menu");
  const all = items(menu);
  const at = all.findIndex((item) => item === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (next === undefined) return;
  event.preventDefault();
  all[next % all.length]?.focus();
}
