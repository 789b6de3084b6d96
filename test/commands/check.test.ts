import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkMessage } from "../../src/lookup/checkMessage.ts";
import { answered, isPrivate, startTestBot, textOf, waysOn, type TestBot } from "../support/bot.ts";
import { lookups, story } from "../support/story.ts";

let bot: TestBot;
beforeAll(async () => void (bot = await startTestBot()));
afterAll(() => bot.stop());

const member = (locale = "en-US") => bot.discord.member({ user: `reader-${locale}`, locale });
const checked = (text: string, locale = "en-US") =>
  answered(
    member(locale).apply(locale === "fr" ? "Vérifier" : "Check this", { content: text, author: "somebody" }),
  );

describe("“Check this” on a message", () => {
  test("names a rejected quote as none, with the reason and the source, privately", async () => {
    const shown = await checked("Altman a dit « L’IA pourrait tous nous tuer » !", "fr");
    expect(isPrivate(shown)).toBe(true);
    expect(textOf(shown)).toMatch(/⚠ Mots sans preuve\s: rien ne montre que Sam Altman ait dit cela/);
    expect(textOf(shown)).toContain("satirique");
    expect(textOf(shown)).toContain("mogw-ai.com");
    const english = await checked('Altman: "AI could kill us all"');
    expect(textOf(english)).toContain("⚠ Not a quote: nothing shows that Sam Altman said this");
  });

  test("names words that are given to the wrong person", async () => {
    const shown = await checked(
      "Comme dit Elon Musk : « I deeply regret my participation in the board's actions »",
    );
    expect(textOf(shown)).toContain("⚠ Misattributed: these words are by Ilya Sutskever");
    expect(textOf(shown)).toContain("The message names Elon Musk");
    const right = await checked("Ilya Sutskever: “I deeply regret my participation in the board's actions”");
    expect(textOf(right)).toContain("✔ Exact words of Ilya Sutskever");
    expect(textOf(right)).not.toContain("Misattributed");
  });

  test("finds events and disputed points with their sources, and leads to them", async () => {
    const shown = await checked("Microsoft a embauché Altman et Brockman samedi.", "fr");
    expect(textOf(shown)).toContain("Microsoft recrute Altman et Brockman");
    expect(textOf(shown)).toContain("⚖ Quel jour Microsoft");
    expect(textOf(shown)).toMatch(/\]\(https:\/\//);
    expect(waysOn(shown)).toContain("Ouvrir un événement…");
    const opened = await answered(member("fr").say("!Microsoft recrute"));
    expect(opened.id).toBe(shown.id);
    expect(isPrivate(opened)).toBe(true);
    expect(textOf(opened)).toMatch(/^Microsoft recrute Altman et Brockman/);
  });

  test("marks an event to which the message gives another day, also when it is shared", async () => {
    const mark = "⚠ le message lui donne un autre jour";
    const shown = await checked("Altman a été viré lundi.", "fr");
    expect(textOf(shown)).toMatch(new RegExp(`Le conseil d’OpenAI renvoie Sam Altman.* · ${mark}`));
    const shared = await answered(member("fr").say("!Partager"));
    expect(isPrivate(shared)).toBe(false);
    expect(textOf(shared)).toContain(mark);
    expect(textOf(await checked("Altman a été viré vendredi.", "fr"))).not.toContain(mark);
  });

  test.each([
    "Il fait beau à Paris, on va manger une pizza lundi soir ?",
    "lol",
    "The weather will be lovely tomorrow, who is up for a walk?",
    "« Bonjour à tous » disait ma grand-mère",
  ])("says kindly that it finds nothing in: %s", async (text) => {
    const shown = await checked(text);
    expect(textOf(shown)).toContain("I find nothing of the story in this message");
    expect(isPrivate(shown)).toBe(true);
    expect(waysOn(shown)).toEqual(["At a glance"]);
  });

  test("says when there is nothing to read", async () => {
    expect(textOf(await checked(" "))).toContain("no text that I could check");
  });

  test("reads the embeds of a message, such as the bot’s own answer", async () => {
    const quote = await answered(member().say("/quote person:Sutskever about:regret"));
    const shown = await answered(bot.discord.member({ user: "other" }).apply("Check this", quote));
    expect(textOf(shown)).toContain("✔ Exact words of Ilya Sutskever");
  });

  test("lets nothing that it repeats ping or become markup", async () => {
    const shown = await checked("@everyone <@1> [x](https://evil.example) `Altman` ".repeat(40));
    expect(textOf(shown)).not.toContain("@everyone");
    expect(textOf(shown)).not.toContain("evil.example");
  });
});

describe("the look-up of a message", () => {
  test.each(["Altman quit OpenAI", "Altman a démissionné d'OpenAI", "Sam Altman resigned."])(
    "gives the event that a mistaken statement is about: %s",
    (text) => {
      expect(checkMessage(text, "en", lookups).events[0]).toBe("altman-fired");
    },
  );

  test.each(["Google invested in OpenAI", "OpenAI is nice"])("finds none in: %s", (text) => {
    expect(checkMessage(text, "en", lookups).events).toEqual([]);
  });

  test("reads the last of many sentences, whatever the first are made of", () => {
    const filler = [1, 2, 3, 4, 5, 6].map(
      (n) => `On page ${n} the weather was fine and the sea was calm, the birds sang and the sun went down.`,
    );
    const { events } = checkMessage(
      `${filler.join(" ")} Emmett Shear becomes interim CEO of OpenAI.`,
      "en",
      lookups,
    );
    expect(events).toContain("shear-named");
  });

  test("finds every quote of the story by its own words in any quotation marks", () => {
    for (const { id, words } of story.quotes.values()) {
      for (const text of [`« ${words} »`, `“${words}”`, `He said: "${words.replaceAll('"', "")}" yesterday`])
        expect
          .soft(
            checkMessage(text, "fr", lookups).quotes.map((quote) => quote.id),
            text,
          )
          .toContain(id);
    }
  });

  test("gives no quote to somebody else when the message names its speaker", () => {
    for (const { id, words, speaker } of story.quotes.values()) {
      const name = story.people.get(speaker)?.name.fr;
      const { quotes } = checkMessage(`${name} : « ${words} »`, "fr", lookups);
      expect.soft(quotes.find((quote) => quote.id === id)?.insteadOf, id).toEqual([]);
    }
  });

  test("knows words that are quoted from memory as near", () => {
    const { quotes } = checkMessage("“I deeply regret my part in the board’s actions”", "fr", lookups);
    expect(quotes[0]).toMatchObject({ near: true });
    expect(story.quotes.get(quotes[0]?.id ?? "")?.speaker).toBe("ilya-sutskever");
  });

  test("serves a translation of ours as near to the words, never as the words themselves", () => {
    const served = [...story.quotes.values()].flatMap(({ id, words, translations }) =>
      translations
        .filter(({ text }) => !text.includes(words))
        .flatMap(({ text }) => checkMessage(`« ${text} »`, "fr", lookups).quotes)
        .filter((quote) => quote.id === id),
    );
    expect(served.length).toBeGreaterThan(20);
    expect(served.filter(({ near }) => !near)).toEqual([]);
  });

  test("takes a few everyday words in quotation marks for no quote", () => {
    for (const text of ["« le conseil »", "“of the board”", "« tu es »", '"to the"'])
      expect(checkMessage(text, "fr", lookups).quotes).toEqual([]);
  });

  const touched = (text: string) => {
    const { events, disputes, people } = checkMessage(text, "fr", lookups);
    return { events, disputes, people };
  };

  test.each([
    ["« I deeply regret my participation in the board's actions » Sutskever", "ilya-regret"],
    ["Altman: “today was a weird experience in many ways”", "eulogy-post"],
    ["900 employés ont signé la lettre", "letter"],
    ["Microsoft a investi 10 milliards dans OpenAI", "msft-extend-2023"],
  ])("%s touches its event", (text, event) => {
    expect(touched(text).events).toContain(event);
  });

  test("finds each of the disputes that one sentence touches", () => {
    const text = "500 salariés sur 700 ont signé, Shear est resté 56h, Microsoft détient 49% d'OpenAI";
    expect(touched(text).disputes).toEqual(["letter-count", "shear-hours", "msft-stake"]);
  });

  test("finds what a sentence is wrong about", () => {
    const { events, disputes } = touched("Sam a été viré lundi par Elon Musk lol");
    expect(events).toEqual(["altman-fired"]);
    expect(disputes).toContain("who-fired");
  });

  test("says where a message gives an event another day, here and where it happened", () => {
    const misdated = (text: string) => checkMessage(text, "fr", lookups).misdated;
    expect(misdated("Altman a été viré lundi")).toEqual(["altman-fired"]);
    expect(misdated("Altman a été viré vendredi 17")).toEqual([]);
    expect(misdated("Altman a été viré")).toEqual([]);
    // Monday in Paris, Sunday in San Francisco.
    expect(misdated("Microsoft embauche Altman lundi")).toEqual([]);
    expect(misdated("Microsoft embauche Altman dimanche")).toEqual([]);
    expect(misdated("Microsoft embauche Altman samedi")).toEqual(["msft-hires"]);
  });

  test("reads both statements of a sentence that joins two", () => {
    const both = (text: string) => checkMessage(text, "en", lookups);
    expect(both("Altman was fired on Friday and Microsoft hired him on Saturday")).toMatchObject({
      events: ["altman-fired", "msft-hires"],
      misdated: ["msft-hires"],
    });
    expect(both("Altman a été viré lundi, mais Microsoft embauche Brockman dimanche").misdated).toEqual([
      "altman-fired",
    ]);
    expect(touched("Sam and Greg").events).toEqual([]);
  });

  test("takes the end of a quote for it where the message gives it to somebody of the story", () => {
    const quotes = (text: string) => checkMessage(text, "en", lookups).quotes;
    const found = { id: "gdb-quit", near: false };
    expect(quotes("Brockman: “I quit”")).toEqual([{ ...found, insteadOf: [] }]);
    expect(quotes("Altman said “I quit”")).toEqual([{ ...found, insteadOf: ["sam-altman"] }]);
    expect(quotes("Altman said “I quit” and Brockman was fired")).toEqual([
      { ...found, insteadOf: ["sam-altman"] },
    ]);
    expect(quotes("My boss said “I quit”")).toEqual([]);
    expect(quotes("Altman said “quit”")).toEqual([]);
  });

  test("leaves alone what happened to somebody else", () => {
    for (const text of ["Helen Toner a été virée par Microsoft", "Nadella got fired by Sam Altman yesterday"])
      expect(touched(text)).toMatchObject({ events: [], disputes: [] });
  });

  test("of a short sentence tells what it says alone, with its disputes; of a name nothing but who it is", () => {
    const { events, disputes } = touched("Altman a été viré");
    expect(events).toEqual(["altman-fired"]);
    const own = story.disputesOfEvent.get("altman-fired")?.map(({ id }) => id) ?? [];
    for (const id of disputes) expect(own).toContain(id);
    expect(disputes.length).toBeGreaterThan(0);
    for (const name of ["Altman", "Sam Altman"])
      expect(touched(name)).toEqual({ events: [], disputes: [], people: ["sam-altman"] });
  });

  test("takes little words for no name: “bill”, “tim”, “il y a”", () => {
    expect(checkMessage("il y a une bill à payer, tim", "fr", lookups).people).toEqual([]);
    expect(checkMessage("Bill et Tim ont vu Sutskever", "fr", lookups).people).toEqual([
      "bill-gates",
      "tim-cook",
      "ilya-sutskever",
    ]);
  });

  test("reads the longest message in a moment, whatever it holds", () => {
    for (const text of [
      "Altman ".repeat(2000),
      '"'.repeat(5000),
      "« ".repeat(3000),
      "é😀\u0000".repeat(3000),
    ])
      expect(() => checkMessage(text, "fr", lookups)).not.toThrow();
  });
});
