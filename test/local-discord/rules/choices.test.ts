import { ApplicationCommandOptionType as Option } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { choicesError } from "../../../src/local-discord/rules/choices.ts";
import { places } from "./places.ts";

const x = (length: number) => "x".repeat(length);
const answer = (...choices: object[]) => ({ type: 8, data: { choices } });
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `n${at}`, value: `v${at}` }));

describe("suggestions", () => {
  test.each<[string, object, Option]>([
    ["none", answer(), Option.String],
    ["25", answer(...many(25)), Option.String],
    ["100 characters", answer({ name: x(100), value: x(100) }), Option.String],
    ["a name in French", answer({ name: "a", value: "a", name_localizations: { fr: "b" } }), Option.String],
    ["whole numbers", answer({ name: "a", value: 3 }), Option.Integer],
    ["numbers", answer({ name: "a", value: 3.5 }), Option.Number],
  ])("are taken: %s", (_what, body, type) => {
    expect(choicesError(body, type)).toBeNull();
  });

  test.each<[string, object, Option, string]>([
    ["26", answer(...many(26)), Option.String, "data.choices BASE_TYPE_MAX_LENGTH"],
    [
      "a name of 101",
      answer({ name: x(101), value: "a" }),
      Option.String,
      "data.choices.0.name BASE_TYPE_MAX_LENGTH",
    ],
    [
      "a value of 101",
      answer({ name: "a", value: x(101) }),
      Option.String,
      "data.choices.0.value BASE_TYPE_MAX_LENGTH",
    ],
    [
      "an empty name",
      answer({ name: "", value: "a" }),
      Option.String,
      "data.choices.0.name BASE_TYPE_REQUIRED",
    ],
    [
      "a name of spaces",
      answer({ name: " ", value: "a" }),
      Option.String,
      "data.choices.0.name BASE_TYPE_REQUIRED",
    ],
    [
      "an empty value",
      answer({ name: "a", value: "" }),
      Option.String,
      "data.choices.0.value BASE_TYPE_REQUIRED",
    ],
    ["no value", answer({ name: "a" }), Option.String, "data.choices.0.value BASE_TYPE_REQUIRED"],
    [
      "a number for a text",
      answer({ name: "a", value: 3 }),
      Option.String,
      "data.choices.0.value BASE_TYPE_CONVERT",
    ],
    [
      "a text for a number",
      answer({ name: "a", value: "3" }),
      Option.Integer,
      "data.choices.0.value BASE_TYPE_CONVERT",
    ],
    [
      "a language that does not exist",
      answer({ name: "a", value: "a", name_localizations: { english: "b" } }),
      Option.String,
      "data.choices.0.name_localizations.english BASE_TYPE_CHOICES",
    ],
    ["no list", { type: 8, data: {} }, Option.String, "data.choices BASE_TYPE_REQUIRED"],
    ["nothing", { type: 8 }, Option.String, "data BASE_TYPE_REQUIRED"],
  ])("are refused: %s", (_what, body, type, fault) => {
    expect(places(choicesError(body, type))).toEqual([fault]);
  });
});
