/**
 * What the local Discord offers the page's reader.
 * @typedef {object} Setting
 * @property {import("../shown.ts").ShownUser} bot
 * @property {string[]} guilds ids
 * @property {{ id: string, name: string, manages: boolean }[]} members
 */

/**
 * What a reader has chosen. It stands in the page's address, so that it can be kept, shared and gone back to.
 * @typedef {object} Chosen
 * @property {"fr" | "en-US"} locale
 * @property {string | null} guild the id of a server, null for the private chat
 * @property {string} user
 * @property {"auto" | "dark" | "light"} theme
 */

const themes = /** @type {const} */ (["auto", "dark", "light"]);

/**
 * Reads the address; what it does not say is the first of each, and the browser's language.
 * @param {Setting} setting
 * @returns {Chosen}
 */
export function readAddress({ guilds, members }) {
  const query = new URLSearchParams(location.search);
  const language = query.get("lang") ?? navigator.language;
  const place = query.get("server");
  const member = members.find(({ name }) => name === query.get("member")) ?? members[0];
  return {
    locale: language.toLowerCase().startsWith("fr") ? "fr" : "en-US",
    guild: place === "private" ? null : (guilds[Number(place ?? 1) - 1] ?? guilds[0] ?? null),
    user: member?.id ?? "",
    theme: themes.find((theme) => theme === query.get("theme")) ?? "auto",
  };
}

/**
 * Writes the choice into the address, without a new page.
 * @param {Chosen} chosen
 * @param {Setting} setting
 */
export function writeAddress({ locale, guild, user, theme }, { guilds, members }) {
  const query = new URLSearchParams({
    lang: locale === "fr" ? "fr" : "en",
    server: guild === null ? "private" : String(guilds.indexOf(guild) + 1),
    member: members.find(({ id }) => id === user)?.name ?? "",
    theme,
  });
  history.replaceState(null, "", `?${query.toString()}`);
}
