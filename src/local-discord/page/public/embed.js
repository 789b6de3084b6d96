import { component, element, webLink } from "./dom.js";
import { drawMarks } from "./marks.js";
import { sentAt } from "./when.js";

/** @typedef {import("../shown.ts").ShownEmbed} ShownEmbed */
/** @typedef {import("../shown.ts").Picture} Picture */
/** @typedef {import("./words.js").Words} Words */

/** How many fields share a line when they are inline. */
const fieldsPerLine = 3;

/**
 * Draws an embed. Title and field names are drawn here rather than given to the component: it knows no marks
 * in them, and would show the backslashes of escaped ones.
 * @param {ShownEmbed} embed
 * @param {Words} words
 */
export function drawEmbed(embed, words) {
  const drawn = component(
    "discord-embed",
    { slot: "embeds" },
    embed.author && inSlot("description", "embed-author", maybeLink(embed.author.url, [embed.author.name])),
    embed.title.length
      ? inSlot("description", "embed-title", maybeLink(embed.url, drawMarks(embed.title, words)))
      : null,
    embed.description.length
      ? component(
          "discord-embed-description",
          { slot: "description" },
          ...drawMarks(embed.description, words),
        )
      : null,
    embed.fields.length ? drawFields(embed.fields, words) : null,
    embed.image && inSlot("fields", "embed-picture", [picture(embed.image)]),
    embed.thumbnail && inSlot("fields", "embed-thumbnail", [picture(embed.thumbnail)]),
    embed.footer || embed.at ? drawFooter(embed, words) : null,
  );
  if (embed.colour) drawn.style.setProperty("--bar", embed.colour);
  return drawn;
}

/**
 * A picture with its alternative text; it opens in full.
 * @param {Picture} shown
 */
export function picture({ address, alt }) {
  return element(
    "a",
    { class: "picture", href: address, target: "_blank" },
    element("img", { src: address, alt }),
  );
}

/**
 * @param {ShownEmbed["fields"]} fields
 * @param {Words} words
 */
function drawFields(fields, words) {
  const drawn = component("discord-embed-fields", { slot: "fields" });
  for (const [at, field] of fields.entries()) {
    const one = component(
      "discord-embed-field",
      {},
      element("div", { class: "field-name" }, ...drawMarks(field.name, words)),
      ...drawMarks(field.value, words),
    );
    if (field.inline) one.classList.add("inline", `of-${inlineWidth(fields, at)}`);
    drawn.append(one);
  }
  return drawn;
}

/**
 * How many fields stand on the line of this one.
 * @param {ShownEmbed["fields"]} fields
 * @param {number} at
 */
function inlineWidth(fields, at) {
  let first = at;
  while (fields[first - 1]?.inline) first--;
  let last = at;
  while (fields[last + 1]?.inline) last++;
  const line = first + Math.floor((at - first) / fieldsPerLine) * fieldsPerLine;
  return Math.min(fieldsPerLine, last - line + 1);
}

/**
 * @param {ShownEmbed} embed
 * @param {Words} words
 */
function drawFooter({ footer, at }, words) {
  const parts = [footer, at ? sentAt(at, words) : ""].filter(Boolean);
  return component("discord-embed-footer", { slot: "footer" }, parts.join(" • "));
}

/**
 * @param {string} slot
 * @param {string} name the class
 * @param {(Node | string)[]} children
 */
function inSlot(slot, name, children) {
  return element("div", { slot, class: name }, ...children);
}

/**
 * @param {string | null} url
 * @param {(Node | string)[]} children
 */
function maybeLink(url, children) {
  return url ? [webLink(url, ...children)] : children;
}
