import { element } from "./dom.js";

/**
 * A line of a list from which one picks.
 * @typedef {object} Entry
 * @property {string} label
 * @property {string} [description]
 * @property {string} [note] set apart at the end of the line
 * @property {boolean} [chosen]
 * @property {() => void} pick
 */

/**
 * The lines of a combobox's list. The focus stays where the member types: this list only shows which line is
 * active (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
 */
export class Listbox {
  /** @type {Entry[]} */
  #entries = [];
  #active = -1;
  /** @type {() => HTMLElement | null} */
  #owner;

  /**
   * @param {string} id unique in the page; its lines have ids that begin with it
   * @param {() => HTMLElement | null} owner the element with the role combobox
   */
  constructor(id, owner) {
    this.#owner = owner;
    this.element = element("ul", { id, role: "listbox", class: "listbox" });
    // The press must not take the focus away from the combobox.
    this.element.addEventListener("mousedown", (event) => event.preventDefault());
  }

  /** The active line, or undefined. */
  get active() {
    return this.#entries[this.#active];
  }

  get first() {
    return this.#entries[0];
  }

  get length() {
    return this.#entries.length;
  }

  /**
   * @param {Entry[]} entries
   * @param {number} active the line that is active at first, -1 for none
   */
  show(entries, active) {
    this.#entries = entries;
    this.element.replaceChildren(...entries.map((entry, at) => this.#line(entry, at)));
    this.activate(entries.length > active ? active : -1);
  }

  /** @param {number} by how many lines down; past an end it goes on at the other */
  move(by) {
    const count = this.#entries.length;
    if (!count) return;
    const from = this.#active < 0 && by < 0 ? 0 : this.#active;
    this.activate((from + by + count) % count);
  }

  /**
   * The next line that begins with a letter.
   * @param {string} letter
   */
  moveTo(letter) {
    const count = this.#entries.length;
    for (let step = 1; step <= count; step++) {
      const at = (this.#active + step + count) % count;
      const begins = this.#entries[at]?.label.toLocaleLowerCase().match(/[\p{L}\p{N}]/u)?.[0];
      if (begins === letter.toLocaleLowerCase()) return this.activate(at);
    }
  }

  /** @param {number} at */
  activate(at) {
    this.#active = at;
    for (const [index, line] of [...this.element.children].entries()) {
      line.classList.toggle("active", index === at);
      if (index === at) line.scrollIntoView({ block: "nearest" });
    }
    const owner = this.#owner();
    if (at < 0) owner?.removeAttribute("aria-activedescendant");
    else owner?.setAttribute("aria-activedescendant", `${this.element.id}-${at}`);
  }

  /**
   * @param {Entry} entry
   * @param {number} at
   */
  #line(entry, at) {
    return element(
      "li",
      {
        id: `${this.element.id}-${at}`,
        role: "option",
        "aria-selected": String(entry.chosen ?? false),
        click: () => entry.pick(),
        mousemove: () => this.activate(at),
      },
      element(
        "span",
        { class: "line" },
        element("span", { class: "label" }, entry.label),
        entry.description ? element("span", { class: "description" }, entry.description) : null,
      ),
      entry.note ? element("span", { class: "note" }, entry.note) : null,
    );
  }
}
