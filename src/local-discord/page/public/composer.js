import { behind, drawChips } from "./chips.js";
import { byId } from "./dom.js";
import { emptyDraft, missingOption, optionsOf, readTyped, settled, split } from "./draft.js";
import { offerFor, valuesFor } from "./offers.js";
import { Panel } from "./panel.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").Command} Command */
/** @typedef {import("./offers.js").Offer} Offer */
/** @typedef {import("./words.js").Words} Words */

/**
 * What the composer asks for.
 * @typedef {object} ComposerActions
 * @property {import("./offers.js").Complete} complete
 * @property {(command: Command, options: Record<string, string>) => void} run
 * @property {(content: string) => void} write
 */

/**
 * Where a member writes. A slash opens the list of commands; a chosen command and its options become chips,
 * each option with an input of its own. All inputs share one list of suggestions.
 */
export class Composer {
  /** @type {Draft} */
  #draft = emptyDraft;
  /** @type {Command[]} */
  #commands = [];
  /** @type {Words} */
  #words;
  #actions;
  #channel = "";
  #application;
  #form = byId("composer");
  #field = byId("composer-field");
  #panel = new Panel(() => this.#input());
  /** Counts the questions for suggestions: an answer that comes late is dropped. */
  #asked = 0;
  /** Whether one of them is still open. */
  #waits = false;

  /**
   * @param {Words} words
   * @param {string} application whose commands these are
   * @param {ComposerActions} actions
   */
  constructor(words, application, actions) {
    this.#words = words;
    this.#application = application;
    this.#actions = actions;
    this.#form.addEventListener("submit", (event) => (event.preventDefault(), this.#send()));
    this.#form.addEventListener("keydown", (event) => this.#key(event));
    this.#form.addEventListener("focusin", () => void this.#suggest());
    this.#form.addEventListener("focusout", (event) => {
      if (!this.#form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.#close();
    });
    this.#field.addEventListener("mousedown", (event) => {
      if (event.target !== this.#field) return;
      event.preventDefault();
      this.focus();
    });
  }

  /**
   * Where the member writes now, and what he can use there. What was begun elsewhere is dropped.
   * @param {Words} words
   * @param {string} channel
   * @param {Command[]} commands
   */
  enter(words, channel, commands) {
    this.#words = words;
    this.#channel = channel;
    this.#commands = commands;
    this.#panel.list.element.setAttribute("aria-label", words.commands);
    const focused = this.#form.contains(document.activeElement);
    this.#set(emptyDraft, focused ? behind : null);
  }

  focus() {
    this.#inputAt(behind)?.focus();
  }

  /**
   * Takes a new draft: its chips are drawn anew.
   * @param {Draft} draft
   * @param {number | null} focus the place of the input that gets the focus, null for none
   */
  #set(draft, focus = nextPlace(draft)) {
    this.#draft = draft;
    const list = this.#panel.list.element.id;
    const typed = this.#typed.bind(this);
    this.#field.replaceChildren(...drawChips(draft, this.#words, this.#channel, list, typed));
    this.#close();
    if (focus !== null) this.#inputAt(focus)?.focus();
  }

  /**
   * @param {number} at
   * @param {HTMLInputElement} input
   */
  #typed(at, { value: text }) {
    const field = this.#draft.filled[at];
    if (field) {
      const filled = this.#draft.filled.with(at, { ...field, text, value: null });
      const next = split({ ...this.#draft, filled }, at);
      if (next.filled[at]?.text !== text) return this.#set(next);
      this.#draft = next;
    } else {
      const draft = { ...this.#draft, rest: text };
      const next = readTyped(draft, this.#commands);
      if (next) return this.#set(next);
      this.#draft = draft;
    }
    void this.#suggest();
  }

  /** Shows what can be picked where the focus is. */
  async #suggest() {
    const input = this.#input();
    if (!input) return;
    const asked = ++this.#asked;
    const at = Number(input.dataset.at);
    this.#waits = at !== behind;
    const offer = this.#waits
      ? await valuesFor(this.#draft, at, this.#words, this.#actions.complete)
      : offerFor(this.#draft, this.#commands, this.#application, this.#words);
    if (asked !== this.#asked) return;
    this.#waits = false;
    if (offer) this.#show(offer);
    else this.#close();
  }

  /** @param {Offer} offer */
  #show({ head, lines, empty, active }) {
    const entries = lines.map(({ next, ...line }) => ({ ...line, pick: () => this.#set(next) }));
    this.#panel.show(head, entries, lines.length ? this.#words.suggestions(lines.length) : empty, active);
  }

  #close() {
    this.#asked++;
    this.#waits = false;
    this.#panel.close();
  }

  #send() {
    const typed = { ...this.#draft, rest: `${this.#draft.rest} ` };
    const draft = settled(readTyped(typed, this.#commands) ?? this.#draft);
    const missing = missingOption(draft);
    if (missing) this.#refuse(draft, missing.option.label, this.#words.missing(missing.option.label));
    else if (draft.command) {
      this.#set(emptyDraft);
      this.#actions.run(draft.command, optionsOf(draft));
    } else if (draft.rest.startsWith("/")) this.#refuse(draft, this.#words.commands, this.#words.noCommand);
    else if (draft.rest.trim()) {
      this.#set(emptyDraft);
      this.#actions.write(draft.rest.trim());
    }
  }

  /**
   * @param {Draft} draft
   * @param {string} head
   * @param {string} why
   */
  #refuse(draft, head, why) {
    this.#set(draft);
    // The suggestions that come with the focus would hide it.
    this.#asked++;
    this.#show({ head, lines: [], empty: why, active: -1 });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const input = this.#input();
    if (!input || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#listKey(event) || this.#chipKey(event, input)) event.preventDefault();
  }

  /**
   * The keys of the list; true when the key was used.
   * @param {KeyboardEvent} event
   */
  #listKey({ key, shiftKey }) {
    if (!this.#panel.isOpen && !(this.#waits && key === "Escape")) return false;
    const { list } = this.#panel;
    const tabbed = key === "Tab" && !shiftKey ? (list.active ?? list.first) : undefined;
    const picked = key === "Enter" ? list.active : tabbed;
    if (picked) picked.pick();
    else if (key === "ArrowDown" && list.length) list.move(1);
    else if (key === "ArrowUp" && list.length) list.move(-1);
    else if (key === "Escape") this.#close();
    else return false;
    return true;
  }

  /**
   * The keys between the chips; true when the key was used.
   * @param {KeyboardEvent} event
   * @param {HTMLInputElement} input
   */
  #chipKey({ key }, input) {
    const { command, filled, rest } = this.#draft;
    const at = Number(input.dataset.at);
    const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
    const atEnd = input.selectionStart === input.value.length;
    const before = at === behind ? filled.length - 1 : at - 1;
    const after = at === filled.length - 1 ? behind : at + 1;
    if (key === "Escape" && command) this.#set(emptyDraft);
    else if (key === "Backspace" && at !== behind && input.value === "")
      this.#set({ ...this.#draft, filled: filled.toSpliced(at, 1) }, before >= 0 ? before : behind);
    else if (key === "Backspace" && at === behind && command && atStart && !filled.length)
      this.#set({ command: null, filled: [], rest: `/${command.label}${rest}` });
    else if ((key === "Backspace" || key === "ArrowLeft") && atStart && before >= 0)
      this.#inputAt(before)?.focus();
    else if (key === "ArrowRight" && atEnd && at !== behind) this.#inputAt(after)?.focus();
    else return false;
    return true;
  }

  /** The input that has the focus, or null. */
  #input() {
    const focused = document.activeElement;
    return focused instanceof HTMLInputElement && this.#field.contains(focused) ? focused : null;
  }

  /** @param {number} at */
  #inputAt(at) {
    const found = this.#field.querySelector(`[data-at="${at}"]`);
    return found instanceof HTMLInputElement ? found : null;
  }
}

/**
 * Where one goes on writing: the option just asked for, or the first that must be filled, else behind all.
 * @param {Draft} draft
 */
function nextPlace({ filled }) {
  const last = filled.length - 1;
  if (filled[last]?.text === "" && !filled[last].option.required) return last;
  const empty = filled.findIndex(({ option, text }) => option.required && text === "");
  return empty >= 0 ? empty : behind;
}
