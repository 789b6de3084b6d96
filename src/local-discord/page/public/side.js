import { byId, element } from "./dom.js";
import { avatarOf, nameOf } from "./message.js";
import { drawSwitch } from "./switches.js";

/** @typedef {import("./address.js").Chosen} Chosen */
/** @typedef {import("./address.js").Setting} Setting */
/** @typedef {import("./words.js").Words} Words */

const themes = /** @type {const} */ (["auto", "dark", "light"]);
const languages = /** @type {const} */ ([
  ["fr", "Français"],
  ["en-US", "English"],
]);

/**
 * Draws all that is not a message, in the reader's language: names, notes, and the switches for where, who and
 * how.
 * @param {Setting} setting
 * @param {Chosen} chosen
 * @param {Words} words
 * @param {string} channel
 * @param {(change: Partial<Chosen>) => void} choose
 */
export function drawSide(setting, chosen, words, channel, choose) {
  const at = chosen.guild === null ? -1 : setting.guilds.indexOf(chosen.guild);
  document.documentElement.lang = chosen.locale;
  document.documentElement.dataset.theme = chosen.theme;
  document.title = `${channel} | ${words.title}`;
  for (const { key, place } of wordPlaces("data-text")) place.textContent = words[key];
  for (const { key, place } of wordPlaces("data-label")) place.setAttribute("aria-label", words[key]);
  byId("place-name").textContent = words.guilds[at] ?? words.privateChat;
  byId("place-note").textContent = words.guildNotes[at] ?? words.privateChatNote;
  byId("channel").textContent = channel;
  byId("channel-line").textContent = channel;
  drawPlaces(setting, chosen, words, choose);
  drawMembers(setting, chosen, words, choose);
  const inLanguage = languages.map(([value, name]) => ({
    value,
    face: [element("span", { lang: value }, name)],
  }));
  drawSwitch("languages", words.language, inLanguage, chosen.locale, (locale) => choose({ locale }));
  const inTheme = themes.map((value) => ({ value, face: [words.themes[value]] }));
  drawSwitch("themes", words.theme, inTheme, chosen.theme, (theme) => choose({ theme }));
}

/**
 * The elements whose text or label the page's HTML leaves to the words.
 * @param {string} attribute
 */
function wordPlaces(attribute) {
  return [...document.querySelectorAll(`[${attribute}]`)].map((place) => ({
    place,
    key: /** @type {"who"} */ (place.getAttribute(attribute)),
  }));
}

/**
 * @param {Setting} setting
 * @param {Chosen} chosen
 * @param {Words} words
 * @param {(change: Partial<Chosen>) => void} choose
 */
function drawPlaces({ bot, guilds }, { guild: here }, words, choose) {
  const servers = guilds.map((id, at) => ({
    value: /** @type {string | null} */ (id),
    face: [icon(words.guildInitials[at] ?? "")],
    label: words.guilds[at],
  }));
  const bots = element("img", { src: avatarOf(bot), alt: "" });
  const privately = { value: null, face: [icon(bots)], label: words.privateChat };
  drawSwitch("places", words.where, [privately, ...servers], here, (guild) => choose({ guild }));
}

/** @param {Node | string} inside */
function icon(inside) {
  return element("span", { class: "icon", "aria-hidden": true }, inside);
}

/**
 * @param {Setting} setting
 * @param {Chosen} chosen
 * @param {Words} words
 * @param {(change: Partial<Chosen>) => void} choose
 */
function drawMembers({ members }, { user: self }, words, choose) {
  const choices = members.map(({ id, name, manages }) => {
    const user = { id, name, bot: false };
    const note = element("small", {}, manages ? words.manages : words.plain);
    const names = element("span", {}, element("strong", {}, nameOf(user, words)), note);
    return { value: id, face: [element("img", { src: avatarOf(user), alt: "" }), names] };
  });
  drawSwitch("members", words.who, choices, self, (user) => choose({ user }));
}
