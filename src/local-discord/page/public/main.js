import "./components.js";
import { readAddress, writeAddress } from "./address.js";
import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { Log } from "./log.js";
import { moveInMenu, openMessageMenu } from "./message-menu.js";
import { ask, follow } from "./server.js";
import { drawSide } from "./side.js";
import { wordsOf } from "./words.js";

/** @typedef {import("../shown.ts").ShownMessage} ShownMessage */
/** @typedef {import("../shown-commands.ts").ShownCommands} ShownCommands */

/** @type {import("./address.js").Setting} */
const setting = await (await fetch("/page/setting.json")).json();
let chosen = readAddress(setting);
let words = wordsOf(chosen.locale);
/** @type {ShownCommands} */
let commands = { slash: [], message: [] };
let log = newLog();
let leave = () => {};

const composer = new Composer(words, setting.bot.name, {
  complete: (name, options, focused) =>
    ask(viewer(), "complete", { name, options, focused }).catch((error) => ({
      choices: [],
      error: String(error),
    })),
  run: (command, options) => void run(command.name, options),
  write: (content) => void outcome("write", { content }),
});

/** Who acts, and where. */
function viewer() {
  const { user, guild, locale } = chosen;
  return { user, guild, locale };
}

function channelName() {
  return chosen.guild === null ? `@${setting.bot.name}` : `#${words.channel}`;
}

function newLog() {
  return new Log(words, {
    press: (message, id) => void act(message, "press", { id }),
    pick: (message, id, values) => void act(message, "pick", { id, values }),
    more: (message, button) => openMenu(message, button.getBoundingClientRect()),
    commandLabel: (name) =>
      [...commands.slash, ...commands.message].find((one) => one.name === name)?.label ?? name,
  });
}

/**
 * Sends a command. Its answer comes by the live connection; only that there is none is said here.
 * @param {string} name
 * @param {Record<string, string>} options
 */
async function run(name, options) {
  const here = log;
  const done = here.note(setting.bot, words.sending, "pending");
  const error = await outcome("command", { name, options });
  done();
  if (error) here.note(setting.bot, `${words.noAnswer} ${error}`, "failure");
}

/**
 * Does something on a message; a failure is said under it.
 * @param {ShownMessage} message
 * @param {string} action
 * @param {object} input
 */
async function act(message, action, input) {
  const here = log;
  const error = await outcome(action, { message: message.id, ...input });
  if (error) here.fail(message.id, `${words.failed} ${error}`);
}

/**
 * @param {string} action
 * @param {object} input
 * @returns {Promise<string | null>} why it failed, or null
 */
async function outcome(action, input) {
  try {
    return (await ask(viewer(), action, input)).error;
  } catch (error) {
    return String(error);
  }
}

/** Goes where the reader has chosen to be, as whom he has chosen, in his language. */
async function enter() {
  leave();
  words = wordsOf(chosen.locale);
  writeAddress(chosen, setting);
  drawSide(setting, chosen, words, channelName(), choose);
  const here = (log = newLog());
  leave = () => here.end();
  const visible = await ask(viewer(), "commands");
  // The reader may have gone on while the answer was on its way.
  if (log !== here) return;
  commands = visible;
  composer.enter(words, channelName(), commands.slash);
  const stop = follow(viewer(), {
    begin: () => (here.begin(), (byId("lost").hidden = true)),
    update: (update) => {
      here.update(update);
      document.documentElement.dataset.ready = "";
    },
    lost: () => (byId("lost").hidden = false),
  });
  leave = () => (here.end(), stop());
}

/** @param {Partial<import("./address.js").Chosen>} change */
function choose(change) {
  chosen = { ...chosen, ...change };
  if (change.theme) {
    writeAddress(chosen, setting);
    document.documentElement.dataset.theme = change.theme;
  } else void enter();
}

/**
 * @param {ShownMessage} message
 * @param {{ left: number, top: number, bottom: number, width: number }} place
 */
function openMenu(message, place) {
  const apply = (/** @type {string} */ name) => void act(message, "apply", { name });
  openMessageMenu({ place, commands: commands.message, text: message.summary, apply, words });
}

byId("message-menu").addEventListener("keydown", moveInMenu);

byId("log").addEventListener("contextmenu", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const message = log.messageAt(target);
  // A link keeps the browser's own menu, with which it is copied or opened elsewhere.
  if (!message || target.closest("discord-link, a")) return;
  event.preventDefault();
  if (byId("message-menu").matches(":popover-open")) return;
  openMenu(message, { left: event.clientX, top: event.clientY, bottom: event.clientY, width: 0 });
});

byId("log").addEventListener("keydown", (event) => {
  const message = log.messageAt(/** @type {Node} */ (event.target));
  if (!message || !(event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey))) return;
  event.preventDefault();
  openMenu(message, /** @type {HTMLElement} */ (event.target).getBoundingClientRect());
});

await enter();
composer.focus();
