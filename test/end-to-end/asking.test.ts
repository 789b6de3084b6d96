import { MessageFlags, type APIMessage } from "discord-api-types/v10";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Member } from "../../src/local-discord/index.ts";
import { markdownOf, withoutCode } from "../support/limits.ts";
import { faultsOf, startRecordedBot, type RecordedBot } from "../support/recordedBot.ts";

let bot: RecordedBot;
beforeAll(async () => void (bot = await startRecordedBot()));
afterAll(() => bot.stop());

let checked = 0;
afterEach(() => {
  const sent = bot.sent.slice(checked);
  checked = bot.sent.length;
  const refused = sent.filter(({ status }) => status >= 400);
  const faults = [...sent.flatMap(faultsOf), ...refused.map((one) => JSON.stringify(one)), ...bot.errors];
  if (faults.length > 0) throw new Error(`what was sent has faults: ${faults.join("\n")}`);
});

let members = 0;
/** A member of his own for each question, so that nobody asks too much. */
function member(locale = "fr", who: { user?: string; guild?: string | null } = {}): Member {
  return bot.discord.member({ user: `member ${members++}`, guild: "paris", locale, ...who });
}

/** The one message that answers a line. */
async function ask(line: string, who: Member = member()): Promise<APIMessage> {
  const { messages, error, choices } = await who.say(line);
  expect({ line, error, choices, messages: messages.length }).toEqual({
    line,
    error: null,
    choices: null,
    messages: 1,
  });
  return messages[0] as APIMessage;
}

async function complete(line: string, who: Member = member()): Promise<string[]> {
  const { choices, error } = await who.say(line);
  expect(error).toBeNull();
  return (choices ?? []).map(({ name }) => name);
}

function isPrivate({ flags }: APIMessage): boolean {
  return (Number(flags) & MessageFlags.Ephemeral) !== 0;
}

interface Part {
  custom_id: string;
  label?: string;
  placeholder?: string;
  options?: { label: string; value: string }[];
}

function partsOf({ components = [] }: APIMessage): Part[] {
  return components.flatMap((row) => ("components" in row ? (row.components as Part[]) : []));
}

function textOf(message: APIMessage): string {
  return [...markdownOf(message), ...message.embeds.map(({ footer }) => footer?.text)].join("\n");
}

/** What is asked, and what its answer is called in each language. */
const questions: [line: string, french: RegExp, english: RegExp][] = [
  ["/timeline", /^OpenAI et Sam Altman\s: cinq jours/, /^OpenAI and Sam Altman: five days/],
  ["/timeline day:lundi", /^Lundi 20 novembre 2023/, /^Monday 20 November 2023/],
  ["/timeline day:monday", /^Lundi 20 novembre 2023/, /^Monday 20 November 2023/],
  ["/timeline day:LUNDI", /^Lundi 20/, /^Monday 20/],
  ["/timeline day:lun", /^Lundi 20/, /^Monday 20/],
  ["/timeline day:20 novembre", /^Lundi 20/, /^Monday 20/],
  ["/timeline day:Nov 20", /^Lundi 20/, /^Monday 20/],
  ["/timeline day:20/11/2023", /^Lundi 20/, /^Monday 20/],
  ["/timeline day:2023-11-20", /^Lundi 20/, /^Monday 20/],
  ["/timeline day:week-end", /^Du samedi 18 au dimanche 19/, /^Saturday 18 to Sunday 19/],
  ["/timeline day:vendredi soir", /^Vendredi 17 novembre 2023, soir/, /^Friday 17 November 2023, evening/],
  ["/timeline day:17-22 novembre", /^Du vendredi 17 au mercredi 22 novembre/, /^Friday 17 to Wednesday 22/],
  ["/timeline day:du vendredi au mercredi", /^Du vendredi 17 au mercredi 22/, /^Friday 17 to Wednesday 22/],
  [
    "/timeline day:20 et 22 novembre",
    /^Lundi 20 novembre 2023 · Mercredi 22/,
    /^Monday 20 November 2023 · Wednesday 22/,
  ],
  [
    "/timeline day:avant vendredi",
    /^De 2015 au jeudi 16 novembre 2023/,
    /^2015 to Thursday 16 November 2023/,
  ],
  ["/quote", /^Citation\s: /, /^In the words of /],
  ["/quote person:Altman", /^[^\n⚠]*Sam Altman/, /^[^\n⚠]*Sam Altman/],
  ["/quote person:Sam", /^[^\n⚠]*Sam Altman/, /^[^\n⚠]*Sam Altman/],
  ["/quote person:Metshir", /^[^\n⚠]*Emmett Shear/, /^[^\n⚠]*Emmett Shear/],
  ["/quote person:satia", /^[^\n⚠]*Satya Nadella/, /^[^\n⚠]*Satya Nadella/],
  ["/quote person:ILIA", /^[^\n⚠]*Ilya Sutskever/, /^[^\n⚠]*Ilya Sutskever/],
  [
    "/quote person:altman about:microsoft",
    /^[^\n⚠]*Sam Altman[^]*Microsoft/,
    /^[^\n⚠]*Sam Altman[^]*Microsoft/,
  ],
  ["/quote about:tous nous tuer", /^⚠ .*Sam Altman/, /^⚠ .*Sam Altman/],
  ["/source event:microsoft", /^Microsoft recrute Altman/, /^Microsoft hires Altman/],
  ["/source event:lettre", /^Dans une lettre, les salariés menacent/, /^In a letter, employees threaten/],
  ["/source event:return", /^Accord de principe/, /^Agreement in principle/],
  ["/source event:badge", /badge de visiteur/, /guest badge/],
  ["/source event:Bloomberg", /^Nadella s’explique/, /^Nadella explains/],
  ["/source event:viré", /^Le conseil d’OpenAI renvoie/, /^OpenAI’s board fires/],
  ["/source event:Q*", /^Reuters\s: une lettre/, /^Reuters: researchers’ letter/],
  ["/source event:49 %", /aucune part du capital/, /owns no equity/],
];

describe.each([
  { locale: "fr", column: 1 as const },
  { locale: "en-US", column: 2 as const },
])("in $locale", ({ locale, column }) => {
  test.each(questions)("%s is answered in public", async (line, ...titles) => {
    const message = await ask(line, member(locale));
    expect(markdownOf(message).join("\n")).toMatch(titles[column - 1] as RegExp);
    expect(isPrivate(message)).toBe(false);
    expect(partsOf(message).length).toBeGreaterThan(0);
  });
});

describe("an answer", () => {
  test("on Monday gives the hour in Paris and the day and hour in San Francisco, status and sources", async () => {
    const text = textOf(await ask("/timeline day:lundi"));
    expect(text).toMatch(
      /● \*\*8\u00A0h\u00A053\*\* \*\*Microsoft recrute Altman et Brockman\*\* \(\*dim\. 23\u00A0h\u00A053 à San Francisco\*\)/,
    );
    expect(text).toMatch(/confirmé · \[post de Nadella \(embauche\)\]\(https:\/\/x\.com\//);
    expect(text).toMatch(/Heure de Paris/);
    const hours = [...text.matchAll(/\*\*(\d+)\u00A0h(?:\u00A0(\d\d))?\*\*/g)].map(
      ([, hour = "", minute = "0"]) => 60 * Number(hour) + Number(minute),
    );
    expect(hours.length).toBeGreaterThan(1);
    expect(hours).toEqual(hours.toSorted((a, b) => a - b));
  });

  test("with a source shows each account: who says what, the passage, publisher, date, link, and how they differ", async () => {
    const [embed] = (await ask("/source event:microsoft")).embeds;
    const [differ, ...accounts] = embed?.fields ?? [];
    expect(differ?.name).toBe(
      "⚖ Récits divergents · Quel jour Microsoft a-t-il annoncé l’embauche d’Altman\u00A0?",
    );
    expect(differ?.value).toMatch(/samedi/);
    const nadella = accounts.find(({ name }) => name.startsWith("Post de Nadella"));
    expect(nadella?.value).toMatch(/> «\u00A0will be joining Microsoft/);
    expect(nadella?.value).toMatch(/\]\(https:\/\/x\.com\/\S+\), Satya Nadella, X, 20 nov\. 2023/);
  });

  test("links to the very words where the source is an article", async () => {
    const fragments = bot.sent.flatMap(({ body }) => JSON.stringify(body ?? "").match(/#:~:text=/g) ?? []);
    const message = await ask("/source event:board-statement");
    expect(textOf(message).includes("#:~:text=") || fragments.length > 0).toBe(true);
  });

  test("with a quote gives the words, when and where, its translation as such, and the proof", async () => {
    const message = await ask("/quote person:sutskever");
    const text = textOf(message);
    expect(text).toMatch(/> «\u00A0I deeply regret my participation in the board's actions\./);
    expect(text).toMatch(/«\u00A0Je regrette profondément[^]*— \*notre traduction\*/);
    expect(text).toMatch(/lundi 20 novembre 2023, 14\u00A0h\u00A015/);
    expect(text).toMatch(/Source[^]*\]\(https:\/\/x\.com\//);
    expect(text).toMatch(/mots exacts/);
  });

  test("speaks the server's language in public and the member's in private", async () => {
    bot.discord.guild("deutsch", { locale: "fr" });
    const english = () => member("en-US", { guild: "deutsch" });
    expect(textOf(await ask("/timeline day:lundi", english()))).toMatch(/^Lundi 20 novembre/);
    expect(textOf(await ask("/timeline day:blurf", english()))).toMatch(/^I find no day/);
    expect(textOf(await ask("/timeline day:lundi", member("en-US", { guild: null })))).toMatch(
      /^Monday 20 November/,
    );
  });

  test("is the same in a private chat", async () => {
    expect(textOf(await ask("/source event:microsoft", member("fr", { guild: null })))).toMatch(
      /^Microsoft recrute/,
    );
  });
});

describe("what is typed so far is completed", () => {
  test.each([
    ["?/timeline day:", "fr", /^Jeudi 16 novembre 2023 — \d+ événements?$/],
    ["?/timeline day:lun", "fr", /^Lundi 20 novembre 2023 — \d+ événements$/],
    ["?/timeline day:lun", "en-US", /^Monday 20 November 2023 — \d+ events$/],
    ["?/timeline day:mon", "en-US", /^Monday 20 November 2023/],
    ["?/timeline day:vendredi soir", "fr", /^Vendredi 17 novembre 2023, soir — \d+ événements$/],
    ["?/timeline day:17-22", "fr", /^Du vendredi 17 au mercredi 22/],
    ["?/quote person:", "fr", /^Sam Altman$/],
    ["?/quote person:satia", "fr", /^Satya Nadella$/],
    ["?/quote person:altman about:badg", "fr", /première et dernière fois/],
    ["?/quote about:regret", "en-US", /^I deeply regret/],
    ["?/source event:", "fr", /^(?!$)/],
    ["?/source event:licenc", "fr", /^Le conseil d’OpenAI renvoie Sam Altman$/],
    ["?/source event:micorsoft", "en-US", /^Microsoft hires Altman and Brockman$/],
  ])("%s (%s)", async (line, locale, first) => {
    const names = await complete(line, member(locale));
    expect(names[0]).toMatch(first);
    expect(names.length).toBeLessThanOrEqual(25);
    expect(names).toEqual([...new Set(names)]);
  });

  test("and what is suggested leads to its answer when it is chosen", async () => {
    for (const line of [
      "?/timeline day:17-22",
      "?/timeline day:vendredi soir",
      "?/timeline day:lun",
      "?/source event:lett",
      "?/quote person:nad",
      "?/quote about:badge",
    ]) {
      const { choices } = await member().say(line);
      const [first] = choices ?? [];
      expect(isPrivate(await ask(`${line.slice(1, line.indexOf(":") + 1)}${first?.value}`))).toBe(false);
    }
  });
});

const nasty: [name: string, text: string][] = [
  ["nonsense", "blurf"],
  ["6000 characters", "x".repeat(6000)],
  ["markdown", "**bold** _i_ ~~s~~ ||sp|| # h"],
  ["@everyone", "@everyone @here"],
  ["a mention", "<@123> <@&4> <#5>"],
  ["backticks", "```js\n`x` ``"],
  ["a link", "[click](https://evil.example) https://evil.example"],
  ["right-to-left override", "\u202Eblurf\u202C"],
  ["emoji", "👨‍👩‍👧‍👦🎉"],
  ["null bytes", "blurf\u0000blurf"],
  ["a lone surrogate", "blurf\uD800"],
  ["a prototype's name", "__proto__ constructor"],
  ["an operator", "!^='\" | x"],
  ["newlines", "a\n\n> b\n# c"],
];

describe.each(nasty)("%s", (_, text) => {
  test.each([
    ["timeline", "day", { day: text }],
    ["quote", "person", { person: text }],
    ["quote", "about", { about: text }],
    ["quote", "person and about", { person: "altman", about: text }],
    ["source", "event", { event: text }],
  ] as const)("as /%s %s is answered, and never echoed as markup", async (name, _option, options) => {
    const { messages, error } = await member().command(name, { ...options });
    expect(error).toBeNull();
    const [message] = messages as [APIMessage];
    const said = markdownOf(message).map(withoutCode).join("\n");
    expect(said).not.toMatch(/<@|<#|@everyone|@here|\]\(https:\/\/evil|[\p{Cf}\p{Cs}]/u);
    expect(said.includes("\u0000")).toBe(false);
    expect(partsOf(message).length).toBeGreaterThan(0);
  });

  test("is completed without a fault", async () => {
    for (const [name, option] of [
      ["timeline", "day"],
      ["quote", "person"],
      ["quote", "about"],
      ["source", "event"],
    ] as const)
      expect(await member().complete(name, { [option]: text }, option)).toBeInstanceOf(Array);
  });
});

describe("a miss", () => {
  test.each([
    ["/timeline day:blurf", /Je ne trouve aucun jour dans `blurf`/],
    ["/timeline day:31/02/2023", /Le 31 février 2023 n’existe pas/],
    ["/timeline day:2023-11-25", /ne dit rien à cette date\s: samedi 25 novembre 2023/],
    ["/quote person:zzyzx", /personne sous ce nom\s: `zzyzx`/],
    ["/quote person:Tim Cook", /aucune citation.*Tim Cook/],
    ["/quote about:zzyzx", /aucun.*`zzyzx`/],
    ["/quote person:altman about:zzyzx", /aucune citation(?=.*Sam Altman).*`zzyzx`/],
    ["/source event:zzyzx", /aucun événement sous ce nom\s: `zzyzx`/],
  ])("%s is for the member's eyes alone, and has a way on", async (line, says) => {
    const who = member();
    const message = await ask(line, who);
    expect(textOf(message)).toMatch(says);
    expect(isPrivate(message)).toBe(true);
    expect(
      bot.discord
        .member({ user: "somebody else", guild: "paris" })
        .messages()
        .map(({ id }) => id),
    ).not.toContain(message.id);
    const [first] = partsOf(message);
    const way = first?.options?.[0]?.label ?? first?.label ?? "";
    const next = await ask(`!${way}`, who);
    expect(next.id).toBe(message.id);
    expect(textOf(next)).not.toBe(textOf(message));
  });

  test("suggests what is nearest first", async () => {
    const [menu] = partsOf(await ask("/quote person:Sutskeverovitch Ilyaa"));
    expect(menu?.options?.[0]?.label).toBe("Ilya Sutskever");
  });
});

describe("every kind of button and menu entry", () => {
  interface Step {
    id: string;
    /** The entry that is picked; null for a button. */
    value: string | null;
  }

  /** Asks and then presses, as a new member, what is on the answer each time. */
  async function walk(line: string, steps: readonly Step[]): Promise<APIMessage> {
    const who = member("fr", { guild: "walks" });
    let message = await ask(line, who);
    for (const { id, value } of steps) {
      const { error, messages } = await (value === null
        ? who.press(message, id)
        : who.pick(message, id, [value]));
      expect([line, id, value, error, messages.length]).toEqual([line, id, value, null, 1]);
      message = messages[0] as APIMessage;
    }
    return message;
  }

  function stepsOf(message: APIMessage): Step[] {
    return partsOf(message).flatMap(({ custom_id: id, options }): Step[] =>
      options ? options.slice(0, 2).map(({ value }) => ({ id, value })) : [{ id, value: null }],
    );
  }

  test.each([
    "/timeline",
    "/timeline day:lundi",
    "/timeline day:17-22 novembre",
    "/timeline day:vendredi soir",
    "/timeline day:blurf",
    "/quote person:altman",
    "/quote about:tuer",
    "/source event:microsoft",
    "/source event:zzyzx",
  ])("on the answer to %s and on what it leads to gives an answer", async (line) => {
    const done = new Set<string>();
    const paths: Step[][] = stepsOf(await walk(line, [])).map((step) => [step]);
    for (const path of paths) {
      const last = path.at(-1) as Step;
      // Another day's button, two answers on, is no other kind of button.
      const kind = `${path.length} ${last.id.split(":").slice(0, 2).join(":")} ${last.value === null ? "" : "menu"}`;
      if (path.length > 1 && done.has(kind)) continue;
      done.add(kind);
      const answer = await walk(line, path);
      expect(textOf(answer)).not.toMatch(/version plus ancienne|mal passé/);
      if (path.length < 2) paths.push(...stepsOf(answer).map((step) => [...path, step]));
    }
    expect(done.size).toBeGreaterThan(3);
  });
});

describe("a press", () => {
  test("by the member who asked changes his answer in place", async () => {
    const who = member();
    const asked = await ask("/timeline day:lundi", who);
    const next = await ask("!mar. 21 nov.", who);
    expect(next.id).toBe(asked.id);
    expect(textOf(next)).toMatch(/^Mardi 21 novembre/);
    expect(isPrivate(next)).toBe(false);
  });

  test("by somebody else gives him a private copy, in his own language, and leaves the answer alone", async () => {
    const owner = member("fr", { guild: "copies" });
    const other = member("en-US", { guild: "copies" });
    const asked = await ask("/timeline day:lundi", owner);
    const button = partsOf(asked).find(({ label }) => label?.startsWith("◀"));
    const { messages } = await other.press(asked, button?.custom_id ?? "");
    const [copy] = messages as [APIMessage];
    expect(isPrivate(copy)).toBe(true);
    expect(copy.id).not.toBe(asked.id);
    expect(textOf(copy)).toMatch(/^Sunday 19 November/);
    expect(owner.messages().map(textOf)).toEqual([textOf(asked)]);
  });
});

test("many members who ask at once are all answered", async () => {
  const lines = [
    "/timeline day:lundi",
    "/quote person:satia",
    "/source event:lettre",
    "?/source event:micro",
  ];
  const turns = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      member(n % 2 ? "fr" : "en-US", { guild: `g${n % 7}` }).say(lines[n % 4] ?? ""),
    ),
  );
  expect(turns.filter(({ error }) => error !== null)).toEqual([]);
});
