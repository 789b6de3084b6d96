import { describe, expect, test } from "vitest";
import { commandsError } from "../../../src/local-discord/rules/commands.ts";
import { places } from "./places.ts";

const x = (length: number) => "x".repeat(length);
const many = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));
const command = (more: object = {}) => ({ name: "story", description: "Tell it", ...more });
const option = (more: object = {}) => ({ type: 3, name: "part", description: "Which", ...more });
const withOptions = (...options: object[]) => [command({ options })];
const choice = (value: string | number, more: object = {}) => ({ name: `choice ${value}`, value, ...more });

describe("commands that Discord takes are taken", () => {
  test.each<[string, unknown[]]>([
    ["none", []],
    ["a plain one", [command()]],
    [
      "one with everything",
      [
        command({
          name_localizations: { fr: "récit", "en-GB": "tale" },
          description_localizations: { fr: "Raconter" },
          contexts: [0, 1, 2],
          integration_types: [0, 1],
          default_member_permissions: "32",
          nsfw: false,
          options: [
            option({ required: true, autocomplete: true, min_length: 1, max_length: 6000 }),
            option({ name: "more", choices: [choice("a"), choice("b")] }),
          ],
        }),
      ],
    ],
    [
      "names in other scripts",
      [command({ name: "पाठ" }), command({ name: "文章" }), command({ name: "l'été_2-x" })],
    ],
    ["100 of them", many(100, (at) => command({ name: `story${at}` }))],
    ["one name for three types", [command(), { name: "story", type: 2 }, { name: "story", type: 3 }]],
    ["a menu command in mixed case", [{ name: "Explain This", type: 3, description: "" }]],
    [
      "subcommands",
      withOptions(
        { type: 1, name: "a", description: "a", options: [option()] },
        { type: 2, name: "b", description: "b", options: [{ type: 1, name: "c", description: "c" }] },
      ),
    ],
    [
      "numbers with bounds",
      withOptions(
        option({ type: 4, min_value: 1, max_value: 9 }),
        option({ type: 10, name: "n", choices: [choice(1.5)] }),
      ),
    ],
    ["permissions for administrators alone", [command({ default_member_permissions: "0" })]],
  ])("%s", (_what, commands) => {
    expect(places(commandsError(commands))).toBeNull();
  });
});

describe("commands that Discord refuses are refused", () => {
  const bad = "STRING_TYPE_REGEX";
  const invalid = "APPLICATION_COMMAND_INVALID_NAME";
  test.each<[string, unknown, ...string[]]>([
    ["no list", { name: "story" }, "LIST_TYPE_CONVERT"],
    ["capitals", [command({ name: "Story" })], `0.name ${invalid}`],
    ["a space", [command({ name: "a story" })], `0.name ${bad}`, `0.name ${invalid}`],
    ["a name of 33", [command({ name: x(33) })], "0.name BASE_TYPE_MAX_LENGTH"],
    ["no name", [{ description: "a" }], "0.name BASE_TYPE_REQUIRED"],
    [
      "capitals in another language",
      [command({ name_localizations: { fr: "Récit" } })],
      `0.name_localizations.fr ${invalid}`,
    ],
    [
      "a language that does not exist",
      [command({ name_localizations: { en: "tale" } })],
      "0.name_localizations.en BASE_TYPE_CHOICES",
    ],
    [
      "a description language that does not exist",
      [command({ description_localizations: { "fr-FR": "a" } })],
      "0.description_localizations.fr-FR BASE_TYPE_CHOICES",
    ],
    ["no description", [{ name: "story" }], "0.description BASE_TYPE_REQUIRED"],
    ["an empty description", [command({ description: " " })], "0.description BASE_TYPE_REQUIRED"],
    ["a description of 101", [command({ description: x(101) })], "0.description BASE_TYPE_MAX_LENGTH"],
    [
      "101 characters in another language",
      [command({ description_localizations: { fr: x(101) } })],
      "0.description_localizations.fr BASE_TYPE_MAX_LENGTH",
    ],
    [
      "spaces in another language",
      [command({ description_localizations: { fr: " " } })],
      "0.description_localizations.fr BASE_TYPE_BAD_LENGTH",
    ],
    ["the same name twice", [command(), command()], "1 APPLICATION_COMMANDS_DUPLICATE_NAME"],
    ["101 of them", many(101, (at) => command({ name: `story${at}` })), "BASE_TYPE_MAX_LENGTH"],
    ["16 message commands", many(16, (at) => ({ name: `m${at}`, type: 3 })), "BASE_TYPE_MAX_LENGTH"],
    ["a type that does not exist", [command({ type: 9 })], "0.type BASE_TYPE_CHOICES"],
    [
      "a menu command with a description",
      [{ name: "a", type: 3, description: "b" }],
      "0.description APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID",
    ],
    [
      "a menu command with options",
      [{ name: "a", type: 2, options: [option()] }],
      "0.options APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID",
    ],
    ["a place that does not exist", [command({ contexts: [3] })], "0.contexts.0 BASE_TYPE_CHOICES"],
    ["no place at all", [command({ contexts: [] })], "0.contexts BASE_TYPE_REQUIRED"],
    ["a place twice", [command({ contexts: [0, 0] })], "0.contexts.1 SET_TYPE_ALREADY_CONTAINS_VALUE"],
    [
      "an install that does not exist",
      [command({ integration_types: [2] })],
      "0.integration_types.0 BASE_TYPE_CHOICES",
    ],
    [
      "permissions that are no number",
      [command({ default_member_permissions: "ManageGuild" })],
      "0.default_member_permissions NUMBER_TYPE_COERCE",
    ],
    [
      "26 options",
      withOptions(...many(26, (at) => option({ name: `o${at}` }))),
      "0.options BASE_TYPE_MAX_LENGTH",
    ],
    [
      "an option type that does not exist",
      withOptions(option({ type: 12 })),
      "0.options.0 UNION_TYPE_CHOICES",
    ],
    ["an option in capitals", withOptions(option({ name: "Part" })), `0.options.0.name ${invalid}`],
    [
      "an option without description",
      withOptions(option({ description: "" })),
      "0.options.0.description BASE_TYPE_REQUIRED",
    ],
    [
      "an option name twice",
      withOptions(option(), option()),
      "0.options.1.name APPLICATION_COMMAND_OPTION_NAME_ALREADY_EXISTS",
    ],
    [
      "required after optional",
      withOptions(option(), option({ name: "b", required: true })),
      "0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ],
    [
      "required after optional below",
      withOptions({
        type: 1,
        name: "s",
        description: "s",
        options: [option(), option({ name: "b", required: true })],
      }),
      "0.options.0.options.1 APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ],
    [
      "a subcommand beside an option",
      withOptions({ type: 1, name: "s", description: "s" }, option()),
      "0.options.1.type APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ],
    [
      "choices and autocomplete",
      withOptions(option({ autocomplete: true, choices: [choice("a")] })),
      "0.options.0.autocomplete APPLICATION_COMMAND_OPTION_AUTOCOMPLETE_INVALID",
    ],
    [
      "autocomplete of a boolean",
      withOptions(option({ type: 5, autocomplete: true })),
      "0.options.0.autocomplete APPLICATION_COMMAND_OPTION_TYPE_INVALID",
    ],
    [
      "26 choices",
      withOptions(option({ choices: many(26, (at) => choice(`${at}`)) })),
      "0.options.0.choices BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a choice name of 101",
      withOptions(option({ choices: [choice("a", { name: x(101) })] })),
      "0.options.0.choices.0.name BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a choice value of 101",
      withOptions(option({ choices: [choice(x(101), { name: "a" })] })),
      "0.options.0.choices.0.value BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a choice name twice",
      withOptions(option({ choices: [choice("a"), choice("b", { name: "choice a" })] })),
      "0.options.0.choices.1.name APPLICATION_COMMAND_OPTION_CHOICE_NAME_ALREADY_EXISTS",
    ],
    [
      "a choice of the wrong type",
      withOptions(option({ type: 4, choices: [choice("a")] })),
      "0.options.0.choices.0.value BASE_TYPE_CONVERT",
    ],
    [
      "a choice in a language that does not exist",
      withOptions(option({ choices: [choice("a", { name_localizations: { xx: "a" } })] })),
      "0.options.0.choices.0.name_localizations.xx BASE_TYPE_CHOICES",
    ],
    [
      "a least above the most",
      withOptions(option({ type: 4, min_value: 2, max_value: 1 })),
      "0.options.0.min_value NUMBER_TYPE_MAX",
    ],
    [
      "more than 8000 characters in all",
      withOptions(
        ...many(25, (at) =>
          option({
            name: `o${at}`,
            description: x(100),
            choices: many(3, (c) => choice(x(99) + c, { name: `${c}` })),
          }),
        ),
      ),
      "0 APPLICATION_COMMAND_TOO_LARGE",
    ],
  ])("%s", (_what, commands, ...faults) => {
    expect(places(commandsError(commands))).toEqual(faults);
  });
});
