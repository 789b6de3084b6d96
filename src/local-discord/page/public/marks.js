import { component, element, webLink } from "./dom.js";
import { timeIn } from "./when.js";

/** @typedef {import("../markup.ts").Mark} Mark */
/** @typedef {import("./words.js").Words} Words */

/**
 * The element of each span within a line. The library's components for them would put spaces around the words,
 * as in “( Sunday )”.
 */
const spans = /** @type {const} */ ({ bold: "strong", italic: "em", underline: "u", strike: "s" });

/**
 * Draws text with its marks. Words become text nodes and nothing else.
 * @param {readonly Mark[]} marks
 * @param {Words} words
 * @returns {Node[]}
 */
export function drawMarks(marks, words) {
  return marks.map((mark) => drawMark(mark, words));
}

/**
 * @param {Mark} mark
 * @param {Words} words
 * @returns {Node}
 */
// oxlint-disable-next-line consistent-return -- every kind of mark has its case
function drawMark(mark, words) {
  const inside = "inside" in mark ? drawMarks(mark.inside, words) : [];
  switch (mark.kind) {
    case "text":
      return document.createTextNode(mark.text);
    case "break":
      return element("br");
    case "bold":
    case "italic":
    case "underline":
    case "strike":
      return element(spans[mark.kind], {}, ...inside);
    case "quote":
      return component("discord-quote", {}, ...inside);
    case "subtext":
      return element("div", { class: "subtext" }, ...inside);
    case "item":
      return element("div", { class: "item" }, ...inside);
    case "heading":
      return component("discord-header", { level: mark.level }, ...inside);
    case "spoiler":
      return spoiler(inside);
    case "code":
      return component("discord-code", {}, mark.text);
    case "block":
      return component("discord-code", { multiline: true }, mark.text);
    case "mention":
      return element("span", { class: "mention" }, mark.text);
    case "link":
      return webLink(mark.url, ...inside);
    case "time":
      return component(
        "discord-time",
        { title: timeIn(mark.at, "F", words) },
        timeIn(mark.at, mark.style, words),
      );
  }
}

/** @param {Node[]} inside */
function spoiler(inside) {
  const drawn = component("discord-spoiler", {}, ...inside);
  drawn.tabIndex = 0;
  drawn.setAttribute("role", "button");
  return drawn;
}
