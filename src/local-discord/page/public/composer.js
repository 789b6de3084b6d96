import { byId, element } from "./dom.js";
import {
  emptyDraft,
  matching,
  missingOption,
  openOptions,
  optionsOf,
  readTyped,
  settled,
  split,
  withCommand,
  withOption,
} from "./draft.js";
import { Listbox } from "./listbox.js";

/** @typedef {import("./draft.js").Draft} Draft */
/** @typedef {import("./draft.js").Command} Command */
/** @typedef {import("./listbox.js").Entry} Entry */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {{ choices: { name: string, value: string | number }[], error: string | null }} Suggestions */

/**
 * What the composer asks for.
 * @typedef {object} ComposerActions
 * @property {(name: string, options: Record<string, string>, focused: string) => Promise<Suggestions>} complete
 * @property {(command: Command, options: Record<string, string>) => void} run
 * @property {(content: string) => void} write
 */

/** The place of the input behind all options. */
const behind = -1;

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
  #panel = byId("suggestions");
  #head = byId("suggestions-head");
  #status = byId("suggestions-status");
  #list = new Listbox("suggestions-list", () => this.#input());
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
    this.#status.before(this.#list.element);
    this.#form.addEventListener("submit", (event) => (event.preventDefault(), this.#send()));
    this.#form.addEventListener("keydown", (event) => this.#key(event));
    this.#form.addEventListener("focusin", () => void this.#suggest());
    this.#form.addEventListener("focusout", (event) => {
      if (!this.#form.contains(/** @type {Node | null} */ (event.relatedTarget))) this.#close();
    });
    this.#field.addEventListener("mousedown", (event) => {
      if (event.target !== this.#field) return;
      event.preventDefault();
      this.#inputAt(behind)?.focus();
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
    this.#list.element.setAttribute("aria-label", words.commands);
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
  #set(draft, focus) {
    this.#draft = draft;
    const chip = draft.command && element("span", { class: "command" }, `/${draft.command.label}`);
    const options = draft.filled.map((filled, at) =>
      element(
        "label",
        { class: "option" },
        element("span", { class: "option-name" }, filled.option.label),
        this.#drawInput(at, filled.text, `${filled.option.label}: ${filled.option.description}`),
      ),
    );
    const { options: forOptions, write } = this.#words;
    const last = this.#drawInput(
      behind,
      draft.rest,
      draft.command ? forOptions : `${this.#channel}: ${write}`,
    );
    if (!draft.command) last.placeholder = write;
    this.#field.replaceChildren(...(chip ? [chip] : []), ...options, last);
    this.#close();
    if (focus === null) return;
    this.#inputAt(focus)?.focus();
  }

  /**
   * @param {number} at
   * @param {string} text
   * @param {string} label
   */
  #drawInput(at, text, label) {
    const input = element("input", {
      type: "text",
      role: "combobox",
      "aria-label": label,
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.#list.element.id,
      autocomplete: "off",
      autocapitalize: "off",
      spellcheck: "false",
      enterkeyhint: "send",
      maxlength: 2000,
      "data-at": at,
    });
    input.value = text;
    input.size = Math.max(4, text.length);
    input.addEventListener("input", () => this.#typed(at, input));
    return input;
  }

  /**
   * @param {number} at
   * @param {HTMLInputElement} input
   */
  #typed(at, input) {
    const text = input.value;
    input.size = Math.max(4, text.length);
    const field = this.#draft.filled[at];
    if (field) {
      const filled = this.#draft.filled.with(at, { ...field, text, value: null });
      const next = split({ ...this.#draft, filled }, at);
      if (next.filled[at]?.text !== text) return this.#set(next, nextPlace(next));
      this.#draft = next;
    } else {
      const draft = { ...this.#draft, rest: text };
      const next = readTyped(draft, this.#commands);
      if (next) return this.#set(next, nextPlace(next));
      this.#draft = draft;
    }
    void this.#suggest();
  }

  /** Shows what can be picked where the focus is. */
  async #suggest() {
    const input = this.#input();
    if (!input) return;
    const at = Number(input.dataset.at);
    const { command, filled, rest } = this.#draft;
    const asked = ++this.#asked;
    const field = filled[at];
    if (field && command) {
      const head = `${field.option.label} — ${field.option.description}`;
      if (!field.option.suggests || field.value !== null) return this.#show(head, [], "", -1);
      const focused = field.option.name;
      const options = { ...optionsOf(this.#draft), [focused]: field.text };
      this.#waits = true;
      const answer = await this.#actions.complete(command.name, options, focused);
      if (asked !== this.#asked) return;
      this.#waits = false;
      const entries = answer.choices.map((choice) => ({
        label: choice.name,
        pick: () => this.#fill(at, choice.name, String(choice.value)),
      }));
      return this.#show(head, entries, answer.error ? this.#words.noSuggestions : this.#words.noChoice, 0);
    }
    if (command) {
      const open = openOptions(this.#draft);
      if (!open.length && !rest.trim()) return this.#close();
      const entries = open.map((option) => ({
        label: option.label,
        description: option.description,
        note: option.required ? this.#words.required : this.#words.optional,
        pick: () => this.#set(withOption(this.#draft, option), filled.length),
      }));
      return this.#show(this.#words.options, entries, this.#words.noOption, rest.trim() ? 0 : -1);
    }
    if (!rest.startsWith("/")) return this.#close();
    const entries = matching(this.#commands, rest).map((one) => ({
      label: `/${one.label}`,
      description: one.description,
      note: this.#application,
      pick: () => this.#choose(one),
    }));
    this.#show(this.#words.commands, entries, this.#words.noCommand, 0);
  }

  /**
   * @param {string} head
   * @param {Entry[]} entries
   * @param {string} empty what is said when there are none
   * @param {number} active
   */
  #show(head, entries, empty, active) {
    this.#head.textContent = head;
    this.#list.show(entries, active);
    this.#status.textContent = entries.length ? this.#words.suggestions(entries.length) : empty;
    this.#status.classList.toggle("unseen", entries.length > 0);
    this.#panel.hidden = false;
    this.#input()?.setAttribute("aria-expanded", String(entries.length > 0));
  }

  #close() {
    this.#asked++;
    this.#waits = false;
    this.#panel.hidden = true;
    this.#list.show([], -1);
    this.#input()?.setAttribute("aria-expanded", "false");
  }

  /** @param {Command} command */
  #choose(command) {
    const draft = withCommand(command);
    this.#set(draft, nextPlace(draft));
  }

  /**
   * @param {number} at
   * @param {string} text
   * @param {string} value
   */
  #fill(at, text, value) {
    const field = this.#draft.filled[at];
    if (!field) return;
    const draft = { ...this.#draft, filled: this.#draft.filled.with(at, { ...field, text, value }) };
    this.#set(draft, nextPlace(draft));
  }

  #send() {
    const { rest } = this.#draft;
    const draft = settled(readTyped({ ...this.#draft, rest: `${rest} ` }, this.#commands) ?? this.#draft);
    const missing = missingOption(draft);
    if (missing) {
      this.#set(draft, draft.filled.indexOf(missing));
      // The suggestions that come with the focus would hide what is missing.
      this.#asked++;
      this.#show(missing.option.label, [], this.#words.missing(missing.option.label), -1);
    } else if (draft.command) {
      this.#set(emptyDraft, behind);
      this.#actions.run(draft.command, optionsOf(draft));
    } else if (draft.rest.trim() && !draft.rest.startsWith("/")) {
      this.#set(emptyDraft, behind);
      this.#actions.write(draft.rest.trim());
    }
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
    if (this.#panel.hidden && !(this.#waits && key === "Escape")) return false;
    const tabbed = key === "Tab" && !shiftKey ? (this.#list.active ?? this.#list.first) : undefined;
    const picked = key === "Enter" ? this.#list.active : tabbed;
    if (picked) picked.pick();
    else if (key === "ArrowDown" && this.#list.length) this.#list.move(1);
    else if (key === "ArrowUp" && this.#list.length) this.#list.move(-1);
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
    if (key === "Escape" && command) this.#set(emptyDraft, behind);
    else if (key === "Backspace" && at !== behind && input.value === "")
      this.#set({ ...this.#draft, filled: filled.toSpliced(at, 1) }, before >= 0 ? before : behind);
    else if (key === "Backspace" && at === behind && command && atStart && !filled.length)
      this.#set({ command: null, filled: [], rest: `/${command.label}${rest}` }, behind);
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
 * Where one goes on writing: the first option that must be filled, else behind all.
 * @param {Draft} draft
 */
function nextPlace({ filled }) {
  const last = filled.length - 1;
  if (filled[last]?.text === "" && !filled[last].option.required) return last;
  const empty = filled.findIndex(({ option, text }) => option.required && text === "");
  return empty >= 0 ? empty : behind;
}
