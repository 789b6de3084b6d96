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
    expect(textOf(shown)).toContain("⚖ Récits divergents · Quel jour Microsoft");
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

  test("marks what the message tells otherwise, and says where to find what accounts differ on", async () => {
    const shown = await checked("Elon Musk fired Sam Altman. Greg Brockman never resigned.");
    expect(textOf(shown)).toMatch(/board fires Sam Altman.* · ⚠ the story tells this of others/);
    expect(textOf(shown)).toMatch(/Greg Brockman quits.* · ⚠ the message says that this did not happen/);
    expect(textOf(shown)).toContain("⚖ Accounts differ on details: open an event to see how");
    const shared = await answered(member().say("!Share"));
    expect(textOf(shared)).toContain("⚠ the story tells this of others");
    expect(textOf(await checked("Greg Brockman quit"))).not.toContain("⚖");
  });

  test("says how many events it finds beside those that it shows", async () => {
    const text =
      "Altman was fired. Brockman quit. Shear became CEO. Microsoft hired Altman. Ilya regretted. " +
      "Altman came back. 700 employees signed the letter. Musk left OpenAI. OpenAI bought io from Jony Ive.";
    const shown = await checked(text);
    expect(textOf(shown)).toMatch(/\+ \d+ more events?: check a part of the message to see more/);
    expect(textOf(await checked("Altman was fired"))).not.toContain("more event");
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

  /** The events that a text touches, each with how it contradicts them. */
  const told = (text: string, language: "fr" | "en" = "fr") => {
    const { events, contradictions } = checkMessage(text, language, lookups);
    return events.map((id) => (contradictions[id] ? `${id}: ${contradictions[id]}` : id));
  };

  test("says where a message gives an event another day, here and where it happened", () => {
    expect(told("Altman a été viré lundi")).toEqual(["altman-fired: otherDay"]);
    expect(told("Altman a été viré vendredi 17")).toEqual(["altman-fired"]);
    expect(told("Altman a été viré")).toEqual(["altman-fired"]);
    // Monday in Paris, Sunday in San Francisco.
    expect(told("Microsoft embauche Altman lundi")).toEqual(["msft-hires"]);
    expect(told("Microsoft embauche Altman dimanche")).toEqual(["msft-hires"]);
    expect(told("Microsoft embauche Altman samedi")).toEqual(["msft-hires: otherDay"]);
  });

  test.each([
    ["Altman was fired in 2022", "altman-fired"],
    ["Musk left openai in 2020", "musk-leaves-2018"],
    ["Altman came back on Thursday", "agreement"],
    ["Sutskever a quitté OpenAI en 2023", "ilya-leaves"],
    ["Le sommet de New Delhi a eu lieu en mars 2026", "india-summit"],
  ])("finds the event of which a message mistakes day, month or year: %s", (text, event) => {
    expect(told(text, "en")).toEqual([`${event}: otherDay`]);
  });

  test("tells a right month and year from a wrong one, also of what is known by its month only", () => {
    expect(told("Jony Ive sold io to OpenAI in 2025 for 6.5 billion", "en")).toEqual(["io-deal"]);
    expect(told("Altman travelled to New Delhi in February 2026", "en")).toContain("altman-india-visit");
  });

  test.each([
    ["Mira Murati replaced Emmett Shear", "shear-named"],
    ["Elon Musk fired Sam Altman", "altman-fired"],
    ["Murati a viré Altman vendredi", "altman-fired"],
    ["Google hired Altman", "msft-hires"],
  ])("says where the story tells a deed of others: %s", (text, event) => {
    expect(told(text, "en")).toEqual([`${event}: otherDoers`]);
  });

  test("gives a deed to no others than to all whom its event is about", () => {
    expect(told("Emmett Shear replaced Mira Murati", "en")).toEqual(["shear-named"]);
    for (const doer of ["The board", "OpenAI", "Ilya", "Toner"])
      expect(told(`Altman was fired by ${doer}`, "en")).toEqual(["altman-fired"]);
  });

  test.each([
    ["Greg Brockman never resigned", "gdb-quits"],
    ["Brockman didn't quit OpenAI", "gdb-quits"],
    ["Brockman ne démissionne pas", "gdb-quits"],
    ["Altman n’a jamais été viré", "altman-fired"],
  ])("says where a message denies an event: %s", (text, event) => {
    expect(told(text, "fr")).toEqual([`${event}: denied`]);
  });

  test("takes no part of an event that is denied for all of it", () => {
    for (const text of ["Musk never fired Altman", "Altman was not fired on Monday", "Wasn't Altman fired?"])
      expect(told(text, "en")).toEqual(["altman-fired"]);
    // The title says itself that somebody was not.
    expect(told("The board said Altman was not candid", "en")).toEqual(["board-statement"]);
  });

  test.each([
    "parce qu’il avait volé de l’argent",
    "pour fraude financière",
    "because he was stealing money",
  ])("finds what a reason is given for, and who speaks of that reason: %s", (reason) => {
    const { events, disputes } = checkMessage(`Altman a été renvoyé ${reason}`, "fr", lookups);
    expect(events.toSorted()).toEqual(["altman-fired", "lightcap-memo"]);
    expect(disputes).toEqual(["why"]);
  });

  test("reads each sentence of a message, in whatever case and with numbers", () => {
    const found = (text: string) => checkMessage(text, "en", lookups);
    expect(found("Altman was fired on Friday. 700 employees signed a letter.").events).toEqual([
      "altman-fired",
      "letter",
    ]);
    expect(found("altman was fired on friday. brockman quit. shear became ceo").events).toEqual([
      "altman-fired",
      "gdb-quits",
      "shear-named",
    ]);
    const six =
      "Altman was fired on Friday. 700 employees signed the letter. Altman came back on Wednesday. Ilya regretted. Brockman quit. Shear was CEO.";
    const each = ["altman-fired", "letter", "agreement", "ilya-regret", "gdb-quits", "shear-named"];
    expect(found(six).events).toEqual(expect.arrayContaining(each));
  });

  test("knows who “he” is from the sentence before", () => {
    for (const text of [
      "Altman was fired on Friday. He came back on Wednesday.",
      "lol altman was fired and then microsoft hired him and then he came back",
      "Altman a été viré vendredi. Microsoft l’a embauché dimanche. Il est revenu mercredi.",
    ])
      expect(told(text, "en")).toEqual(expect.arrayContaining(["altman-fired", "agreement"]));
    expect(told("Altman was fired. Microsoft hired him.", "en")).toEqual(["altman-fired", "msft-hires"]);
    expect(told("Altman a été viré. Il y a un accord de foot mardi.")).toEqual(["altman-fired"]);
  });

  test("reads both statements of a sentence that joins two", () => {
    expect(told("Altman was fired on Friday and Microsoft hired him on Saturday", "en")).toEqual([
      "altman-fired",
      "msft-hires: otherDay",
    ]);
    expect(told("Altman a été viré lundi, mais Microsoft embauche Brockman dimanche")).toContain(
      "altman-fired: otherDay",
    );
    expect(touched("Sam and Greg").events).toEqual([]);
  });

  test("shows no dispute on what a message does not say", () => {
    const disputes = (text: string) => checkMessage(text, "en", lookups).disputes;
    expect(disputes("Altman was fired on Friday 17 November")).toEqual([]);
    expect(disputes("Altman was fired by Sutskever")).toEqual(["who-fired"]);
    expect(disputes("Altman came back on Wednesday")).toEqual(["return-day"]);
    expect(disputes("Altman came back")).toEqual([]);
  });

  test("leaves small talk alone", () => {
    for (const text of [
      "Je pense que Altman a raison, et vous ? lundi on mange une pizza avec Sam",
      "My sister quit her job on Monday because her boss lied",
      "The new board games arrived. Greg is back from holidays. He will come on Wednesday.",
      "Google a racheté Fitbit pour 2 milliards",
      "Google a racheté OpenAI",
    ])
      expect(touched(text)).toMatchObject({ events: [], disputes: [] });
    expect(touched("Le conseil comptait 4 membres").events).not.toContain("ilya-signs-letter");
  });

  test("finds who pulls the strings, whoever’s they are", () => {
    expect(touched("Bill Gates tire les ficelles d’OpenAI depuis l’ombre").disputes).toEqual(["gates"]);
  });

  test("knows a few words of a quote, and what only begins like one, where they are given to its speaker", () => {
    const quotes = (text: string) => checkMessage(text, "en", lookups).quotes;
    expect(quotes("The board said Sam was “not consistently candid”")).toEqual([
      { id: "board", near: false, insteadOf: [] },
    ]);
    expect(quotes("Ilya said “I deeply regret firing Sam”")).toEqual([
      { id: "ilya-regret", near: true, insteadOf: [] },
    ]);
    for (const text of [
      "My boss said “I deeply regret firing Sam”",
      "Ilya said “I deeply love pizza”",
      "My boss was “not consistently candid”",
    ])
      expect(quotes(text)).toEqual([]);
  });

  test("leads to who said the words that a message gives to somebody else", () => {
    expect(touched("“OpenAI is nothing without its people” - Sam Altman").people).toEqual([
      "openai",
      "sam-altman",
      "mira-murati",
    ]);
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

  test("of a short sentence tells what it says alone; of a name nothing but who it is", () => {
    expect(touched("Altman a été viré")).toMatchObject({ events: ["altman-fired"], disputes: [] });
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
