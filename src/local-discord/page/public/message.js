import { component, element } from "./dom.js";
import { drawEmbed, picture } from "./embed.js";
import { drawMarks } from "./marks.js";
import { drawSelect } from "./select.js";
import { sentAt } from "./when.js";

/** @typedef {import("../shown.ts").ShownMessage} ShownMessage */
/** @typedef {import("../shown.ts").ShownUser} ShownUser */
/** @typedef {import("../shown.ts").ShownPart} ShownPart */
/** @typedef {import("./words.js").Words} Words */

/**
 * What a message does when something on it is used.
 * @typedef {object} MessageActions
 * @property {(message: ShownMessage, id: string) => void} press
 * @property {(message: ShownMessage, id: string, values: string[]) => void} pick
 * @property {(message: ShownMessage, button: HTMLElement) => void} more
 * @property {(message: ShownMessage) => void} dismiss
 * @property {(id: string) => ShownMessage | undefined} find
 * @property {(name: string) => string} commandLabel
 */

/** Discord's button styles 1 to 4: https://docs.discord.com/developers/components/reference#button-button-styles */
const buttonTypes = ["primary", "secondary", "success", "destructive"];

/** The pictures of the bot and of the two members. */
const avatars = new Set(["moderator", "member"]);

/** @param {ShownUser} user */
export function avatarOf({ name, bot }) {
  return `/page/avatars/${bot ? "bot" : avatars.has(name) ? name : "somebody"}.svg`;
}

/**
 * The name of a user, in the page's language for those of the page.
 * @param {ShownUser} user
 * @param {Words} words
 */
export function nameOf({ name, bot }, words) {
  return bot ? name : (words.members[name] ?? name);
}

/**
 * Draws a message.
 * @param {ShownMessage} message
 * @param {Words} words
 * @param {MessageActions} actions
 */
export function drawMessage(message, words, actions) {
  const drawn = component(
    "discord-message",
    {
      author: nameOf(message.author, words),
      avatar: avatarOf(message.author),
      bot: message.author.bot,
      timestamp: sentAt(message.at, words),
    },
    drawTools(message, words, actions),
    drawOrigin(message, words, actions),
    ...drawContent(message, words),
    ...message.embeds.map((embed) => drawEmbed(embed, words)),
    ...message.files.map(drawFile),
    ...message.rows.map((row, at) => drawRow(row, at, message, words, actions)),
    message.private ? drawPrivateNote(message, words, actions) : null,
  );
  drawn.id = `message-${message.id}`;
  drawn.setAttribute("role", "article");
  drawn.setAttribute("aria-label", `${nameOf(message.author, words)}, ${sentAt(message.at, words)}`);
  drawn.classList.toggle("private", message.private);
  return drawn;
}

/**
 * @param {ShownMessage} message
 * @param {Words} words
 * @param {MessageActions} actions
 */
function drawTools(message, words, actions) {
  const button = element(
    "button",
    {
      type: "button",
      slot: "reply",
      class: "more",
      "aria-label": words.more,
      "aria-haspopup": "menu",
      title: words.more,
    },
    "⋯",
  );
  button.addEventListener("click", () => actions.more(message, button));
  return button;
}

/**
 * The line above an answer: who used which command, or the message that it answers.
 * @param {ShownMessage} message
 * @param {Words} words
 * @param {MessageActions} actions
 */
function drawOrigin({ used, replyTo }, words, actions) {
  if (used && !replyTo) {
    const label = actions.commandLabel(used.command);
    const command = element("span", { class: "mention" }, used.slash ? `/${label}` : label);
    return reply(used.user, words, element("span", {}, `${words.used} `, command));
  }
  const earlier = replyTo ? actions.find(replyTo) : undefined;
  return earlier ? reply(earlier.author, words, element("span", {}, earlier.summary)) : null;
}

/**
 * @param {ShownUser} user
 * @param {Words} words
 * @param {Node} text
 */
function reply(user, words, text) {
  return component(
    "discord-reply",
    { slot: "reply", author: nameOf(user, words), avatar: avatarOf(user), bot: user.bot },
    text,
  );
}

/**
 * @param {ShownMessage} message
 * @param {Words} words
 */
function drawContent(message, words) {
  if (message.loading)
    return [
      element(
        "span",
        { class: "thinking" },
        element("span", { class: "dots", "aria-hidden": true }),
        words.thinking(message.author.name),
      ),
    ];
  const edited = element("span", { class: "edited" }, words.edited);
  // An answer whose buttons are used is edited each time; Discord marks the text of a message alone.
  return [
    ...drawMarks(message.content, words),
    ...(message.edited && message.content.length ? [" ", edited] : []),
  ];
}

/** @param {import("../shown.ts").ShownFile} file */
function drawFile(file) {
  if (file.picture) return element("div", { slot: "attachments", class: "attached" }, picture(file));
  return element(
    "div",
    { slot: "attachments", class: "attached" },
    element("a", { href: file.address, download: true }, file.name),
  );
}

/**
 * @param {ShownPart[]} parts
 * @param {number} row
 * @param {ShownMessage} message
 * @param {Words} words
 * @param {MessageActions} actions
 */
function drawRow(parts, row, message, words, actions) {
  return component(
    "discord-action-row",
    { slot: "components" },
    ...parts.map((part, at) => {
      const drawn = drawPart(part, message, words, actions);
      drawn.dataset.place = `${row}:${at}`;
      return drawn;
    }),
  );
}

/**
 * @param {ShownPart} part
 * @param {ShownMessage} message
 * @param {Words} words
 * @param {MessageActions} actions
 * @returns {HTMLElement}
 */
function drawPart(part, message, words, actions) {
  if (part.kind === "menu")
    return drawSelect(part, words, (values) => actions.pick(message, part.id, values));
  const { label, disabled } = part;
  if (part.kind === "link")
    return component("discord-button", { url: part.url, disabled, title: words.link }, label);
  const button = component(
    "discord-button",
    { type: buttonTypes[part.style - 1] ?? "secondary", disabled },
    label,
  );
  button.dataset.part = part.id;
  if (disabled) void disable(button);
  else button.addEventListener("click", () => actions.press(message, part.id));
  return button;
}

/**
 * Takes a button out of the order of the keyboard: the component only draws it as disabled.
 * @param {HTMLElement} button
 */
async function disable(button) {
  await /** @type {HTMLElement & { updateComplete: Promise<boolean> }} */ (button).updateComplete;
  button.shadowRoot?.querySelector("button")?.setAttribute("disabled", "");
}

/**
 * @param {ShownMessage} message
 * @param {Words} words
 * @param {MessageActions} actions
 */
function drawPrivateNote(message, words, actions) {
  return element(
    "div",
    { slot: "thread", class: "private-note" },
    element("span", { class: "eye", "aria-hidden": true }),
    `${words.onlyYou} • `,
    element(
      "button",
      { type: "button", class: "as-link", click: () => actions.dismiss(message) },
      words.dismiss,
    ),
  );
}
