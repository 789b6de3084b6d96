import { byId } from "./dom.js";
import { Listbox } from "./listbox.js";

/** @typedef {import("./listbox.js").Entry} Entry */

/** What stands above the composer: the lines that can be picked, or a word on why there are none. */
export class Panel {
  #box = byId("suggestions");
  #head = byId("suggestions-head");
  #status = byId("suggestions-status");
  #owner;

  /** @param {() => HTMLElement | null} owner the input that has the focus */
  constructor(owner) {
    this.#owner = owner;
    this.list = new Listbox("suggestions-list", owner);
    this.#status.before(this.list.element);
  }

  get isOpen() {
    return !this.#box.hidden;
  }

  /**
   * @param {string} head
   * @param {Entry[]} entries
   * @param {string} status how many there are, which is only read out, or why there are none
   * @param {number} active
   */
  show(head, entries, status, active) {
    this.#head.textContent = head;
    this.list.show(entries, active);
    this.#status.textContent = status;
    this.#status.classList.toggle("unseen", entries.length > 0);
    this.#box.hidden = false;
    this.#owner()?.setAttribute("aria-expanded", String(entries.length > 0));
  }

  close() {
    this.#box.hidden = true;
    this.list.show([], -1);
    this.#owner()?.setAttribute("aria-expanded", "false");
  }
}
