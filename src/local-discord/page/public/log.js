import { byId, component, element } from "./dom.js";
import { avatarOf, drawMessage, nameOf } from "./message.js";

/** @typedef {import("../shown.ts").ShownMessage} ShownMessage */
/** @typedef {import("../shown.ts").ShownUser} ShownUser */
/** @typedef {import("../live.ts").LiveUpdate} LiveUpdate */
/** @typedef {import("./message.js").MessageActions} MessageActions */
/** @typedef {import("./words.js").Words} Words */

/** How near to the end, in px, a reader is still following what comes. */
const nearEnd = 120;
/** How much of a message is read out when it comes. */
const announced = 200;

/** The messages of the channel, as its reader sees them. */
export class Log {
  /** @type {Map<string, ShownMessage>} */
  #messages = new Map();
  /** Messages that the reader has put away. @type {Set<string>} */
  #dismissed = new Set();
  #fresh = true;
  /** Whether the reader is at the end, and wants to stay there. */
  #follows = true;
  #scroller = byId("log");
  #ended = new AbortController();
  #lastTop = 0;
  #list = component("discord-messages", {});
  /** @type {Words} */
  #words;
  /** @type {MessageActions} */
  #actions;

  /**
   * @param {Words} words
   * @param {Omit<MessageActions, "dismiss" | "find">} actions
   */
  constructor(words, actions) {
    this.#words = words;
    this.#actions = {
      ...actions,
      find: (id) => this.#messages.get(id),
      dismiss: (message) => {
        this.#dismissed.add(message.id);
        this.#remove(message.id);
        byId("composer").querySelector("input")?.focus();
      },
    };
    this.#scroller.replaceChildren(this.#welcome(), this.#list);
    this.#scroller.addEventListener("scroll", () => this.#scrolled(), { signal: this.#ended.signal });
    // Components and pictures take their size after they are put there.
    new ResizeObserver(() => this.#follows && this.toEnd()).observe(this.#list);
  }

  /** The reader has gone elsewhere. */
  end() {
    this.#ended.abort();
  }

  /** Everything comes anew: a connection begins. */
  begin() {
    this.#fresh = true;
  }

  /** @param {LiveUpdate} update */
  update({ set, gone }) {
    if (this.#fresh) this.#keepOnly(new Set(set.map(({ id }) => id)));
    for (const id of gone) this.#remove(id);
    for (const message of set) this.#put(message);
    if (!this.#fresh) this.#announce(set);
    if (this.#fresh) this.toEnd();
    this.#fresh = false;
  }

  toEnd() {
    this.#follows = true;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  /**
   * The message drawn as an element, or undefined.
   * @param {Node | null} inside any node inside of it
   */
  messageAt(inside) {
    const drawn = inside instanceof Element ? inside.closest("discord-message[id]") : null;
    return drawn ? this.#messages.get(drawn.id.replace("message-", "")) : undefined;
  }

  /**
   * Something that only the page says, in the bot's place: that an answer is on its way, or did not come.
   * @param {ShownUser} bot
   * @param {string} text
   * @param {string} kind a class: "pending" or "failure"
   * @returns {() => void} what takes it away
   */
  note(bot, text, kind) {
    const drawn = component(
      "discord-message",
      { author: nameOf(bot, this.#words), avatar: avatarOf(bot), bot: true, timestamp: "" },
      element("span", { class: "note-text", role: kind === "failure" ? "alert" : "status" }, text),
    );
    drawn.classList.add(kind);
    this.#list.append(drawn);
    this.toEnd();
    return () => drawn.remove();
  }

  /**
   * Says under a message that what its reader did there failed.
   * @param {string} id
   * @param {string} text
   */
  fail(id, text) {
    const drawn = this.#drawn(id);
    drawn?.querySelector(".failed")?.remove();
    drawn?.append(element("div", { slot: "thread", class: "failed", role: "alert" }, text));
  }

  /** @param {string} id */
  #drawn(id) {
    return document.getElementById(`message-${id}`);
  }

  /** @param {ShownMessage} message */
  #put(message) {
    this.#messages.set(message.id, message);
    // That the bot thinks says that the command has come to it.
    if (message.loading) this.#list.querySelector(".pending")?.remove();
    if (this.#dismissed.has(message.id)) return;
    const old = this.#drawn(message.id);
    const drawn = drawMessage(message, this.#words, this.#actions);
    if (!old) {
      // What the page itself says stays below all messages until it goes.
      const notes = this.#list.querySelector(".pending");
      this.#list.insertBefore(drawn, notes);
      return;
    }
    const place = focusedPlace(old);
    old.replaceWith(drawn);
    if (place !== null) void focusPlace(drawn, place);
  }

  /** @param {string} id */
  #remove(id) {
    this.#messages.delete(id);
    this.#drawn(id)?.remove();
  }

  /** @param {Set<string>} ids */
  #keepOnly(ids) {
    for (const id of this.#messages.keys()) if (!ids.has(id)) this.#remove(id);
  }

  /** Only a reader scrolls up; that the end has moved away from him is no wish to stay where he is. */
  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    if (scrollHeight - scrollTop - clientHeight < nearEnd) this.#follows = true;
    else if (scrollTop < this.#lastTop) this.#follows = false;
    this.#lastTop = scrollTop;
  }

  /** @param {ShownMessage[]} messages */
  #announce(messages) {
    const last = messages.findLast(({ loading }) => !loading);
    if (!last) return;
    const name = nameOf(last.author, this.#words);
    const note = last.private ? ` (${this.#words.onlyYou})` : "";
    byId("announcer").textContent = `${name}${note}: ${last.summary.slice(0, announced)}`;
  }

  #welcome() {
    return element(
      "div",
      { class: "welcome" },
      element("h2", {}, this.#words.welcome),
      element("p", {}, this.#words.welcomeText),
    );
  }
}

/**
 * Where on a message the focus is: the place of the used part, or "" for anywhere else on it.
 * @param {HTMLElement} drawn
 * @returns {string | null} null when the focus is not on it
 */
function focusedPlace(drawn) {
  const focused = document.activeElement;
  if (!focused || !drawn.contains(focused)) return null;
  return focused.closest("[data-place]")?.getAttribute("data-place") ?? "";
}

/**
 * Gives the focus back to a message that was drawn anew, at the same place: who pages on with the keyboard
 * stays on the button.
 * @param {HTMLElement} drawn
 * @param {string} place
 */
async function focusPlace(drawn, place) {
  const parts = /** @type {HTMLElement[]} */ ([...drawn.querySelectorAll("[data-place]")]);
  const row = place.split(":")[0];
  const part =
    parts.find((one) => one.dataset.place === place) ??
    parts.findLast((one) => one.dataset.place?.startsWith(`${row}:`));
  if (part && "updateComplete" in part) await part.updateComplete;
  const target = part?.querySelector("button") ?? part ?? drawn.querySelector("button.more");
  if (target instanceof HTMLElement) target.focus();
}
