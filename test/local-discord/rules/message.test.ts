import { describe, expect, test } from "vitest";
import { deferralError, messageError } from "../../../src/local-discord/rules/message.ts";
import { places } from "./places.ts";

const button = (more: object = {}) => ({ type: 2, style: 1, label: "Go", custom_id: "go", ...more });
const link = (more: object = {}) => ({
  type: 2,
  style: 5,
  label: "Read",
  url: "https://example.org/",
  ...more,
});
const option = (value: string, more: object = {}) => ({ label: `Label ${value}`, value, ...more });
const menu = (more: object = {}) => ({
  type: 3,
  custom_id: "menu",
  options: [option("1"), option("2")],
  ...more,
});
const row = (...components: object[]) => ({ type: 1, components });
const rows = (...components: object[]) => ({ components: [row(...components)] });
const embed = (more: object) => ({ embeds: [{ title: "t", ...more }] });
const field = (more: object = {}) => ({ name: "n", value: "v", ...more });
const many = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));
const x = (length: number) => "x".repeat(length);

describe("a message that Discord takes is taken", () => {
  test.each<[string, object]>([
    ["plain words", { content: "hello" }],
    ["2000 characters", { content: x(2000) }],
    ["what discord.js adds", { content: "a", tts: false, allowed_mentions: { parse: [] }, flags: 64 }],
    [
      "an embed with everything",
      embed({
        description: x(4096),
        color: 0xffffff,
        url: "https://a.org",
        timestamp: "2023-11-20T07:53:28.000Z",
        footer: { text: "f", icon_url: "https://a.org/i.png" },
        author: { name: "a", url: "http://a.org" },
        image: { url: "attachment://a.png" },
        thumbnail: { url: "https://a.org/t.png" },
        fields: [field({ inline: true })],
      }),
    ],
    ["ten embeds of 600 characters", { embeds: many(10, () => ({ description: x(600) })) }],
    ["25 fields", embed({ fields: many(25, () => field()) })],
    ["an embed that is a picture", { embeds: [{ image: { url: "https://a.org/i.png" } }] }],
    [
      "five rows of five buttons",
      { components: many(5, (r) => row(...many(5, (c) => button({ custom_id: `${r}.${c}` })))) },
    ],
    ["a link and a button", rows(link(), button())],
    ["a link into Discord", rows(link({ url: "discord://-/channels/@me" }))],
    ["a button with an emoji only", rows({ type: 2, style: 2, custom_id: "a", emoji: { name: "◀️" } })],
    ["an emoji without its selector", rows(button({ emoji: { name: "⚖" } }))],
    ["an emoji of a server", rows(button({ emoji: { id: "1175000000000000001", name: "own" } }))],
    ["a menu of 25", rows(menu({ options: many(25, (at) => option(`${at}`)) }))],
    ["a menu for several", rows(menu({ min_values: 0, max_values: 2, placeholder: x(150) }))],
    ["a menu of members", rows({ type: 5, custom_id: "who" })],
    ["Components V2", { flags: 1 << 15, components: [{ type: 10, content: "text" }, row(button())] }],
  ])("%s", (_what, message) => {
    expect(messageError("webhook", message, 0)).toBeNull();
    expect(messageError("callback", { type: 4, data: message }, 0)).toBeNull();
    expect(messageError("callback update", { type: 7, data: message }, 0)).toBeNull();
    expect(messageError("webhook edit", message, 0)).toBeNull();
  });
});

describe("a message that Discord refuses is refused", () => {
  test.each<[string, object, ...string[]]>([
    ["2001 characters", { content: x(2001) }, "content BASE_TYPE_MAX_LENGTH"],
    ["content that is no text", { content: 7 }, "content BASE_TYPE_CONVERT"],
    ["11 embeds", { embeds: many(11, () => ({ title: "t" })) }, "embeds BASE_TYPE_MAX_LENGTH"],
    [
      "6001 characters in an embed",
      embed({ title: x(1), description: x(4096), footer: { text: x(1904) } }),
      "embeds MAX_EMBED_SIZE_EXCEEDED",
    ],
    [
      "6001 characters over two embeds",
      { embeds: [{ description: x(4000) }, { description: x(2001) }] },
      "embeds MAX_EMBED_SIZE_EXCEEDED",
    ],
    [
      "an embed with nothing in it",
      { embeds: [{ title: "t" }, { color: 1 }] },
      "embeds.1.description BASE_TYPE_REQUIRED",
    ],
    [
      "an embed of spaces",
      { embeds: [{ title: " ", description: "" }] },
      "embeds.0.description BASE_TYPE_REQUIRED",
    ],
    ["a title of 257", embed({ title: x(257) }), "embeds.0.title BASE_TYPE_MAX_LENGTH"],
    ["a description of 4097", embed({ description: x(4097) }), "embeds.0.description BASE_TYPE_MAX_LENGTH"],
    ["a footer of 2049", embed({ footer: { text: x(2049) } }), "embeds.0.footer.text BASE_TYPE_MAX_LENGTH"],
    ["a footer without text", embed({ footer: {} }), "embeds.0.footer.text BASE_TYPE_REQUIRED"],
    ["an author of 257", embed({ author: { name: x(257) } }), "embeds.0.author.name BASE_TYPE_MAX_LENGTH"],
    [
      "an author without name",
      embed({ author: { url: "https://a.org" } }),
      "embeds.0.author.name BASE_TYPE_REQUIRED",
    ],
    ["26 fields", embed({ fields: many(26, () => field()) }), "embeds.0.fields BASE_TYPE_MAX_LENGTH"],
    [
      "a field without a name",
      embed({ fields: [field(), field({ name: "" })] }),
      "embeds.0.fields.1.name BASE_TYPE_REQUIRED",
    ],
    [
      "a field of spaces",
      embed({ fields: [field({ value: " \n" })] }),
      "embeds.0.fields.0.value BASE_TYPE_REQUIRED",
    ],
    [
      "a field without a value",
      embed({ fields: [{ name: "n" }] }),
      "embeds.0.fields.0.value BASE_TYPE_REQUIRED",
    ],
    [
      "a field name of 257",
      embed({ fields: [field({ name: x(257) })] }),
      "embeds.0.fields.0.name BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a field value of 1025",
      embed({ fields: [field({ value: x(1025) })] }),
      "embeds.0.fields.0.value BASE_TYPE_MAX_LENGTH",
    ],
    ["a colour beyond white", embed({ color: 0x1000000 }), "embeds.0.color NUMBER_TYPE_MAX"],
    ["a colour below black", embed({ color: -1 }), "embeds.0.color NUMBER_TYPE_MIN"],
    ["a time that is none", embed({ timestamp: "monday" }), "embeds.0.timestamp DATE_TIME_TYPE_PARSE"],
    ["an address that is none", embed({ url: "example" }), "embeds.0.url URL_TYPE_INVALID_URL"],
    [
      "an address of another kind",
      embed({ url: "javascript:alert(1)" }),
      "embeds.0.url URL_TYPE_INVALID_SCHEME",
    ],
    [
      "a picture of another kind",
      embed({ image: { url: "ftp://a.org/a.png" } }),
      "embeds.0.image.url URL_TYPE_INVALID_SCHEME",
    ],
    [
      "a thumbnail of another kind",
      embed({ thumbnail: { url: "data:text/plain,a" } }),
      "embeds.0.thumbnail.url URL_TYPE_INVALID_SCHEME",
    ],
    [
      "an author's address of another kind",
      embed({ author: { name: "a", url: "file:///etc" } }),
      "embeds.0.author.url URL_TYPE_INVALID_SCHEME",
    ],
    [
      "six rows",
      { components: many(6, (at) => row(button({ custom_id: `${at}` }))) },
      "components BASE_TYPE_BAD_LENGTH",
    ],
    ["an empty row", { components: [row()] }, "components.0.components BASE_TYPE_REQUIRED"],
    [
      "six buttons in a row",
      rows(...many(6, (at) => button({ custom_id: `${at}` }))),
      "components.0.components BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a menu beside a button",
      rows(button(), menu()),
      "components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ],
    [
      "two menus in a row",
      rows(menu(), menu({ custom_id: "other" })),
      "components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ],
    ["a component that does not exist", rows({ type: 99 }), "components.0.components.0 UNION_TYPE_CHOICES"],
    [
      "a row type that does not exist",
      { components: [{ type: 98, components: [] }] },
      "components.0 UNION_TYPE_CHOICES",
    ],
    ["a button outside a row", { components: [button()] }, "components.0 UNION_TYPE_CHOICES"],
    [
      "V2 text without the flag",
      { components: [{ type: 10, content: "text" }] },
      "components.0 UNION_TYPE_CHOICES",
    ],
    [
      "V2 with content",
      { content: "a", flags: 1 << 15, components: [{ type: 10, content: "text" }] },
      "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    [
      "V2 with 4001 characters",
      {
        flags: 1 << 15,
        components: [
          { type: 10, content: x(4000) },
          { type: 10, content: "a" },
        ],
      },
      "components COMPONENT_MAX_TOTAL_TEXT_LENGTH",
    ],
    [
      "the same custom id twice",
      { components: [row(button()), row(menu({ custom_id: "go" }))] },
      "components.1.components.0.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
    [
      "a custom id of 101",
      rows(button({ custom_id: x(101) })),
      "components.0.components.0.custom_id BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a button without custom id",
      rows({ type: 2, style: 1, label: "a" }),
      "components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED",
    ],
    [
      "an empty custom id",
      rows(button({ custom_id: "" })),
      "components.0.components.0.custom_id BASE_TYPE_REQUIRED",
    ],
    [
      "a button with an address",
      rows(button({ url: "https://a.org" })),
      "components.0.components.0.url BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ],
    [
      "a link without address",
      rows({ type: 2, style: 5, label: "a" }),
      "components.0.components.0.url BASE_TYPE_REQUIRED",
    ],
    [
      "a link with custom id",
      rows(link({ custom_id: "a" })),
      "components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ],
    [
      "a link of another kind",
      rows(link({ url: "steam://run/1" })),
      "components.0.components.0.url URL_TYPE_INVALID_SCHEME",
    ],
    [
      "a link of 513",
      rows(link({ url: `https://a.org/${x(499)}` })),
      "components.0.components.0.url BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a premium button without its product",
      rows({ type: 2, style: 6 }),
      "components.0.components.0.sku_id BASE_TYPE_REQUIRED",
    ],
    [
      "a button style that does not exist",
      rows(button({ style: 9 })),
      "components.0.components.0.style BASE_TYPE_CHOICES",
    ],
    ["a label of 81", rows(button({ label: x(81) })), "components.0.components.0.label BASE_TYPE_MAX_LENGTH"],
    [
      "a button with neither label nor emoji",
      rows({ type: 2, style: 1, custom_id: "a" }),
      "components.0.components.0.label BASE_TYPE_REQUIRED",
    ],
    [
      "an emoji that is none",
      rows(button({ emoji: { name: "go" } })),
      "components.0.components.0.emoji.name COMPONENT_INVALID_EMOJI",
    ],
    [
      "a menu without custom id",
      rows({ type: 3, options: [option("1")] }),
      "components.0.components.0.custom_id BASE_TYPE_REQUIRED",
    ],
    [
      "a menu without options",
      rows(menu({ options: [] })),
      "components.0.components.0.options BASE_TYPE_REQUIRED",
    ],
    [
      "a menu of 26",
      rows(menu({ options: many(26, (at) => option(`${at}`)) })),
      "components.0.components.0.options BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a placeholder of 151",
      rows(menu({ placeholder: x(151) })),
      "components.0.components.0.placeholder BASE_TYPE_MAX_LENGTH",
    ],
    [
      "an option label of 101",
      rows(menu({ options: [option("1", { label: x(101) })] })),
      "components.0.components.0.options.0.label BASE_TYPE_MAX_LENGTH",
    ],
    [
      "an option without label",
      rows(menu({ options: [option("1", { label: "" })] })),
      "components.0.components.0.options.0.label BASE_TYPE_REQUIRED",
    ],
    [
      "an option value of 101",
      rows(menu({ options: [option(x(101), { label: "a" })] })),
      "components.0.components.0.options.0.value BASE_TYPE_MAX_LENGTH",
    ],
    [
      "an option description of 101",
      rows(menu({ options: [option("1", { description: x(101) })] })),
      "components.0.components.0.options.0.description BASE_TYPE_MAX_LENGTH",
    ],
    [
      "the same option value twice",
      rows(menu({ options: [option("1"), option("1")] })),
      "components.0.components.0.options.1 SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ],
    [
      "an option emoji that is none",
      rows(menu({ options: [option("1", { emoji: { name: "x" } })] })),
      "components.0.components.0.options.0.emoji.name COMPONENT_INVALID_EMOJI",
    ],
    [
      "more to pick than there is",
      rows(menu({ max_values: 3 })),
      "components.0.components.0.options BASE_TYPE_MIN_LENGTH",
    ],
    ["26 to pick", rows(menu({ max_values: 26 })), "components.0.components.0.max_values NUMBER_TYPE_MAX"],
    [
      "a least above the most",
      rows(menu({ min_values: 2 })),
      "components.0.components.0.min_values NUMBER_TYPE_MAX",
    ],
    [
      "two defaults where one is picked",
      rows(menu({ options: [option("1", { default: true }), option("2", { default: true })] })),
      "components.0.components.0.options SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES",
    ],
    [
      "mentions both parsed and listed",
      { content: "a", allowed_mentions: { parse: ["users"], users: ["1"] } },
      "allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ],
    [
      "a mention kind that does not exist",
      { content: "a", allowed_mentions: { parse: ["all"] } },
      "allowed_mentions.parse.0 BASE_TYPE_CHOICES",
    ],
  ])("%s", (_what, message, ...faults) => {
    expect(places(messageError("webhook", message, 0))).toEqual(faults);
    expect(places(messageError("callback", { type: 4, data: message }, 0))).toEqual(
      faults.map((one) => `data.${one}`),
    );
    expect(places(messageError("callback update", { type: 7, data: message }, 0))).toEqual(
      faults.map((one) => `data.${one}`),
    );
  });
});

describe("an empty message", () => {
  test.each([[{}], [{ content: " \n" }], [{ content: null, embeds: [], components: [] }]])(
    "%j is refused with 50006",
    (message) => {
      expect(messageError("webhook", message, 0)).toMatchObject({ code: 50006 });
      expect(messageError("callback", { type: 4, data: message }, 0)).toMatchObject({ code: 50006 });
    },
  );

  test("is none when a file comes along", () => {
    expect(messageError("webhook", {}, 1)).toBeNull();
  });

  test("may not come out of an edit, which leaves what it does not name", () => {
    const current = { content: "a", embeds: [], components: [], attachments: [], flags: 0 } as never;
    expect(messageError("webhook edit", {}, 0, current)).toBeNull();
    expect(messageError("webhook edit", { embeds: [] }, 0, current)).toBeNull();
    expect(messageError("webhook edit", { content: "" }, 0, current)).toMatchObject({ code: 50006 });
    expect(messageError("callback update", { type: 7, data: { content: null } }, 0, current)).toMatchObject({
      code: 50006,
    });
  });
});

test("several faults are told together, each at its place, in Discord's shape", () => {
  const message = { content: x(2001), ...embed({ title: x(257) }) };
  expect(messageError("webhook", message, 0)).toEqual({
    code: 50035,
    message: "Invalid Form Body",
    errors: {
      content: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 2000 or fewer in length." }] },
      embeds: {
        0: {
          title: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 256 or fewer in length." }] },
        },
      },
    },
  });
});

test("a deferral needs no content, but its flags must be flags", () => {
  expect(deferralError({ type: 5, data: { flags: 64 } }, 5)).toBeNull();
  expect(deferralError({ type: 6 }, 6)).toBeNull();
  expect(places(deferralError({ type: 5, data: { flags: "private" } }, 5))).toEqual([
    "data.flags BASE_TYPE_CONVERT",
  ]);
});
