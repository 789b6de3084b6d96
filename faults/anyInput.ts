import * as fc from "fast-check";
import { ApplicationCommandOptionType, ApplicationCommandType } from "discord-api-types/v10";
import { keyOf, type Command } from "../src/bot/command.ts";
import { hostileFile, hostileId, hostileText } from "./hostile.ts";

/** What is changed in the frame that a member's client would have sent. */
export type Input = Typed | Pressed | Applied | Torn;

/** A slash command, or one that is being typed. */
interface Typed {
  kind: "command" | "completion";
  name: string;
  options: object[];
  resolved?: object;
}

/** A button with any id, or with values a menu. */
interface Pressed {
  kind: "press";
  customId: string;
  values: string[] | null;
  /** Whether somebody else presses than the one who asked. */
  byOther: boolean;
}

/** A message command on any message. */
interface Applied {
  kind: "apply";
  name: string;
  message: object;
}

/** A frame with one field torn out, or put in place of it whatever there is. */
interface Torn {
  kind: "torn";
  frame: "command" | "completion" | "press";
  /** Which field, counted through all of them. */
  at: number;
  /** What is put there; undefined leaves it out. */
  put: unknown;
}

/** Any input to these commands. */
export function anyInput(commands: readonly Command[]): fc.Arbitrary<Input> {
  const slash = commands.flatMap((one) => ("answer" in one ? [one.definition] : []));
  const menu = commands.flatMap((one) =>
    one.definition.type === ApplicationCommandType.Message ? [one.definition.name] : [],
  );
  const asked = anyTyped(slash.flatMap(forms));
  const ids = hostileId(commands.map(keyOf));
  return fc.oneof(
    { weight: 40, arbitrary: asked.map((one): Input => ({ kind: "command", ...one })) },
    {
      weight: 30,
      arbitrary: asked.map((one): Input => ({ kind: "completion", ...one, options: focused(one.options) })),
    },
    {
      weight: 40,
      arbitrary: fc.record({
        kind: fc.constant("press" as const),
        customId: ids,
        values: fc.option(fc.array(fc.oneof(hostileText, ids), { maxLength: 3 })),
        byOther: fc.boolean(),
      }),
    },
    { weight: menu.length > 0 ? 10 : 0, arbitrary: anyApplied(menu) },
    {
      weight: 10,
      arbitrary: fc.record({
        kind: fc.constant("torn" as const),
        frame: fc.constantFrom("command" as const, "completion" as const, "press" as const),
        at: fc.nat(1000),
        put: fc.oneof(
          fc.constantFrom(undefined, null, [], {}, [null], 0, -1, ""),
          fc.jsonValue(),
          hostileText,
        ),
      }),
    },
  );
}

interface Form {
  name: string;
  options: string[];
  /** Puts typed options where Discord puts them: under their subcommand, if there is one. */
  below: (typed: object[]) => object[];
}

/** A command without subcommands, or each of its subcommands. */
function forms({ name, options = [] }: Extract<Command, { answer: unknown }>["definition"]): Form[] {
  const subcommands = options.flatMap((one) =>
    one.type === ApplicationCommandOptionType.Subcommand ? [one] : [],
  );
  if (subcommands.length === 0)
    return [{ name, options: options.map((one) => one.name), below: (typed) => typed }];
  return subcommands.map(({ name: subcommand, type, options: inner = [] }) => ({
    name,
    options: inner.map((one) => one.name),
    below: (typed) => [{ name: subcommand, type, options: typed }],
  }));
}

const STRING: number = ApplicationCommandOptionType.String;
const ATTACHMENT: number = ApplicationCommandOptionType.Attachment;

interface Given {
  type: number;
  value: unknown;
}

/** Mostly texts; now and then a value of another type, a file, or an option or a command that does not exist. */
function anyTyped(all: readonly Form[]): fc.Arbitrary<Omit<Typed, "kind">> {
  const text = hostileText.map((value): Given => ({ type: STRING, value }));
  const other = fc
    .tuple(fc.integer({ min: 3, max: 12 }), fc.oneof(fc.jsonValue(), hostileText))
    .map(([type, value]): Given => ({ type, value }));
  const file = fc.constant<Given>({ type: ATTACHMENT, value: FILE });
  const value = fc.oneof(
    { weight: 30, arbitrary: text },
    { weight: 1, arbitrary: other },
    { weight: 1, arbitrary: file },
  );
  const oneOf = (form: Form) =>
    fc
      .record({
        name: fc.oneof(
          { weight: 60, arbitrary: fc.constant(form.name) },
          { weight: 1, arbitrary: hostileText },
        ),
        values: fc.record(Object.fromEntries(form.options.map((option) => [option, value])), {
          requiredKeys: [],
        }),
        strange: fc.oneof(
          { weight: 20, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.tuple(hostileText, value) },
        ),
        attached: hostileFile(FILE),
      })
      .map(({ name, values, strange, attached }) => {
        const given = [...Object.entries(values), ...(strange ? [strange] : [])];
        const typed = given.map(([option, one]) => ({ name: option, ...(one as Given) }));
        const hasFile = typed.some(({ type }) => type === ATTACHMENT);
        return {
          name,
          options: form.below(typed),
          ...(hasFile && { resolved: { attachments: { [FILE]: attached } } }),
        };
      });
  return fc.constantFrom(...all).chain(oneOf);
}

/** The id of a file that a member adds. */
const FILE = "1175000000000000009";

/** The last option is being typed. */
function focused(options: object[]): object[] {
  const [last, ...others] = options.toReversed() as { options?: object[] }[];
  if (!last) return [];
  const changed = last.options ? { ...last, options: focused(last.options) } : { ...last, focused: true };
  return [...others.toReversed(), changed];
}

/** Where a forwarded message is from. */
const FORWARDED = { type: 1, channel_id: "1175000000000000010", message_id: "1175000000000000011" };

function anyApplied(names: readonly string[]): fc.Arbitrary<Applied> {
  return fc
    .record({
      name: fc.constantFrom(...names),
      content: hostileText,
      title: hostileText,
      field: fc.tuple(hostileText, hostileText),
      forwarded: fc.option(hostileText),
      files: fc.array(hostileFile(FILE), { maxLength: 2 }),
    })
    .map(({ name, content, title, field: [key, value], forwarded, files }) => {
      const embeds = [{ type: "rich", title, fields: [{ name: key, value, inline: false }] }];
      const snapshots = [{ message: { content: forwarded, embeds, attachments: files } }];
      const message = {
        content,
        embeds,
        attachments: files,
        ...(forwarded !== null && { message_reference: FORWARDED, message_snapshots: snapshots }),
      };
      return { kind: "apply", name, message };
    });
}
