import "./components.js";
import { readAddress, writeAddress } from "./address.js";
import { Composer } from "./composer.js";
import { byId, element } from "./dom.js";
import { Log } from "./log.js";
import { moveInMenu, openMessageMenu } from "./message-menu.js";
import { avatarOf, nameOf } from "./message.js";
import { ask, follow } from "./server.js";
import { drawSwitch } from "./switches.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./address.js").Chosen} Chosen */
/** @typedef {import("../shown.ts").ShownMessage} ShownMessage */
/** @typedef {import("../shown-commands.ts").ShownCommands} ShownCommands */
/** @typedef {{ bot: import("../shown.ts").ShownUser, guilds: string[], members: { id: string, name: string, manages: boolean }[] }} Setting */

/** @type {Setting} */
const setting = await (await fetch("/page/setting.json")).json();
let chosen = readAddress(setting);
let words = wordsOf(chosen.locale);
/** @type {ShownCommands} */
let commands = { slash: [], message: [] };
/** @type {Log | undefined} */
let log;
let leave = () => {};

const composer = new Composer(words, setting.bot.name, {
  complete: (name, options, focused) => ask(viewer(), "complete", { name, options, focused }),
  run: (command, options) => void run(command.name, options),
  write: (content) => void ask(viewer(), "write", { content }),
});

/** Who acts, and where. */
function viewer() {
  const { user, guild, locale } = chosen;
  return { user, guild, locale };
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
  log?.end();
  words = wordsOf(chosen.locale);
  writeAddress(chosen, setting);
  drawPage();
  const here = new Log(words, {
    press: (message, id) => void act(message, "press", { id }),
    pick: (message, id, values) => void act(message, "pick", { id, values }),
    more: (message, button) => openMenu(message, button, button.getBoundingClientRect()),
    commandLabel,
  });
  log = here;
  const visible = await ask(viewer(), "commands");
  // The reader may have gone on while the answer was on its way.
  if (log !== here) return;
  commands = visible;
  composer.enter(words, channelName(), commands.slash);
  leave = follow(viewer(), {
    begin: () => (here.begin(), (byId("lost").hidden = true)),
    update: (update) => {
      here.update(update);
      document.documentElement.dataset.ready = "";
    },
    lost: () => (byId("lost").hidden = false),
  });
}

/**
 * A command's name in the reader's language.
 * @param {string} name
 */
function commandLabel(name) {
  return [...commands.slash, ...commands.message].find((one) => one.name === name)?.label ?? name;
}

function channelName() {
  return chosen.guild === null ? `@${setting.bot.name}` : `#${words.channel}`;
}

/**
 * @param {ShownMessage} message
 * @param {HTMLElement} back
 * @param {{ left: number, top: number, bottom: number, width: number }} place
 */
function openMenu(message, back, place) {
  const apply = (/** @type {string} */ name) => void act(message, "apply", { name });
  openMessageMenu({ place, back, commands: commands.message, text: message.summary, apply, words });
}

/** Draws all that is not a message: names, notes and switches in the reader's language. */
function drawPage() {
  const at = chosen.guild === null ? -1 : setting.guilds.indexOf(chosen.guild);
  document.documentElement.lang = chosen.locale;
  document.documentElement.dataset.theme = chosen.theme;
  document.title = `${channelName()} | ${words.title}`;
  for (const place of document.querySelectorAll("[data-text]"))
    place.textContent = String(words[/** @type {"who"} */ (/** @type {HTMLElement} */ (place).dataset.text)]);
  for (const place of document.querySelectorAll("[data-label]"))
    place.setAttribute(
      "aria-label",
      words[/** @type {"who"} */ (/** @type {HTMLElement} */ (place).dataset.label)],
    );
  byId("place-name").textContent = words.guilds[at] ?? words.privateChat;
  byId("place-note").textContent = words.guildNotes[at] ?? words.privateChatNote;
  byId("channel").textContent = channelName();
  byId("channel-line").textContent = channelName();
  drawSwitches();
}

function drawSwitches() {
  /** @param {Partial<Chosen>} change */
  const choose = (change) => {
    chosen = { ...chosen, ...change };
    void enter();
  };
  const icon = (/** @type {string} */ text) => element("span", { class: "icon", "aria-hidden": true }, text);
  const botIcon = element("img", { src: avatarOf(setting.bot), alt: "" });
  const servers = setting.guilds.map((id, at) => ({
    value: /** @type {string | null} */ (id),
    face: [icon(words.guildInitials[at] ?? "")],
    label: words.guilds[at],
  }));
  const privately = {
    value: null,
    face: [element("span", { class: "icon" }, botIcon)],
    label: words.privateChat,
  };
  drawSwitch(
    { id: "places", legend: words.where, chosen: chosen.guild, choices: [privately, ...servers] },
    (guild) => choose({ guild }),
  );
  const members = setting.members.map(({ id, name, manages }) => ({
    value: id,
    face: [
      element("img", { src: avatarOf({ id, name, bot: false }), alt: "" }),
      element(
        "span",
        {},
        element("strong", {}, nameOf({ id, name, bot: false }, words)),
        element("small", {}, manages ? words.manages : words.plain),
      ),
    ],
  }));
  drawSwitch({ id: "members", legend: words.who, chosen: chosen.user, choices: members }, (user) =>
    choose({ user }),
  );
  const languages = [
    { value: /** @type {const} */ ("fr"), face: [element("span", { lang: "fr" }, "Français")] },
    { value: /** @type {const} */ ("en-US"), face: [element("span", { lang: "en" }, "English")] },
  ];
  drawSwitch(
    { id: "languages", legend: words.language, chosen: chosen.locale, choices: languages },
    (locale) => choose({ locale }),
  );
  const themes = /** @type {const} */ (["auto", "dark", "light"]).map((value) => ({
    value,
    face: [words.themes[value]],
  }));
  drawSwitch({ id: "themes", legend: words.theme, chosen: chosen.theme, choices: themes }, (theme) => {
    chosen = { ...chosen, theme };
    writeAddress(chosen, setting);
    document.documentElement.dataset.theme = theme;
  });
}

byId("message-menu").addEventListener("keydown", moveInMenu);

byId("log").addEventListener("contextmenu", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const message = log.messageAt(target);
  // A link keeps the browser's own menu, with which it is copied or opened elsewhere.
  if (!message || target.closest("discord-link")) return;
  event.preventDefault();
  if (byId("message-menu").matches(":popover-open")) return;
  const back = /** @type {HTMLElement} */ (target.closest("discord-message")?.querySelector(".more"));
  openMenu(message, back, { left: event.clientX, top: event.clientY, bottom: event.clientY, width: 0 });
});

byId("log").addEventListener("keydown", (event) => {
  const message = log.messageAt(/** @type {Node} */ (event.target));
  if (!message || !(event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey))) return;
  event.preventDefault();
  const back = /** @type {HTMLElement} */ (document.activeElement);
  openMenu(message, back, back.getBoundingClientRect());
});

await enter();
composer.focus();
