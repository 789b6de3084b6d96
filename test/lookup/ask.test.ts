import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ask, type AskAnswer } from "../../src/lookup/ask/ask.ts";
import { entryKey, readEntryKey } from "../../src/story/entryRef.ts";
import { wordsOf } from "../../src/text/messages.ts";
import type { Language } from "../../src/text/messages.ts";
import { timelineOf } from "../../src/lookup/timeline.ts";
import { askView } from "../../src/view/ask.ts";
import { nearMenu } from "../../src/view/askMenu.ts";
import { FRENCH } from "../support/voices.ts";
import { lookups, story } from "../support/story.ts";

function asked(question: string, usual: Language = "en"): AskAnswer {
  return ask(question, usual, lookups, "Europe/Paris");
}

function best(question: string): string | null {
  const { best: found } = asked(question);
  return found && entryKey(found);
}

describe("each kind of question, in both languages, finds its entry", () => {
  test.each([
    ["Qui a envoyé un message à Altman la veille ?", /^event:ilya-text$/],
    ["Who texted Altman the night before?", /^event:ilya-text$/],
    ["Quand Musk a-t-il quitté OpenAI ?", /^event:musk-leaves-2018$/],
    ["When did Elon Musk leave OpenAI?", /^event:musk-leaves-2018$/],
    ["Combien d'employés ont signé la pétition ?", /letter/],
    ["how many employees signed the letter", /letter/],
    ["Combien de temps Emmett Shear a-t-il été PDG ?", /shear/],
    ["How long was Emmett Shear CEO?", /shear/],
    ["Pourquoi Sam Altman a été viré ?", /^(?:topic:why-fired|dispute:why)$/],
    ["Why did the board fire Sam Altman?", /^(?:topic:why-fired|dispute:why)$/],
    ["Cite le tweet de démission de Greg", /^quote:gdb-quit$/],
    ["What did Nadella say about surprises?", /^quote:satya-surprises$/],
    ["Quelle source pour le voyage en Inde ?", /india/],
    ["What is the source for Q*?", /qstar/],
    ["Est-ce que Altman a des actions OpenAI ?", /altman-shares/],
    ["Was Microsoft warned in advance?", /msft-(?:notice|one-minute)/],
    ["Qui est Helen Toner ?", /^person:helen-toner$/],
    ["who's Kara Swisher", /^person:kara-swisher$/],
    ["C'est quoi l'AGI ?", /^topic:what-is-agi$/],
    ["what are doomers and e/acc", /^topic:doomers-vs-eacc$/],
    ["Résume-moi l'affaire", /^topic:overview$/],
    ["sum up the whole story", /^topic:overview$/],
    ["Pourquoi il a été viré ?", /^(?:topic:why-fired|dispute:why)$/],
    ["why the hell did they fire him?", /^(?:topic:why-fired|dispute:why)$/],
  ])("%s", (question, entry) => {
    expect(best(question)).toMatch(entry);
  });
});

test.each([
  ["pk sam altman sest fait viré ???", "Pourquoi Sam Altman s’est-il fait virer ?"],
  ["KI A REMPLACE MURATI", "Qui a remplacé Murati ?"],
  ["emmet sheer il vien dou", "Emmett Shear, il vient d’où ?"],
  ["who is satia nadela", "Who is Satya Nadella?"],
  ["what did sutskver regrett", "What did Sutskever regret?"],
])("spelling does not matter: %s", (sloppy, clean) => {
  expect(best(sloppy)).not.toBeNull();
  expect(best(sloppy)).toBe(best(clean));
});

describe("what somebody said is answered by his own proven words", () => {
  test.each([
    ["what did ilya say", "ilya-sutskever"],
    ["what did shear say", "emmett-shear"],
    ["what did murati say", "mira-murati"],
    ["what did nadella say", "satya-nadella"],
    ["wat did nadela say", "satya-nadella"],
    ["what did brockman say", "greg-brockman"],
    ["qu'a dit shear", "emmett-shear"],
  ])("%s", (question, speaker) => {
    const quote = story.quotes.get(asked(question).best?.id ?? "");
    expect(quote).toMatchObject({ speaker, kind: "verbatim" });
  });

  test("and not by somebody else's words to him", () => {
    expect(best("what did Kara Swisher say")).toBeNull();
  });

  test("the same in both languages", () => {
    expect(best("what did shear say")).toBe(best("qu'a dit shear"));
  });
});

describe("what somebody said of something is answered by his own words on it", () => {
  test.each([
    ["qu'a dit Nadella sur Altman ?", "satya-nadella", "sam-altman"],
    ["qu'a dit Nadella à propos d'Altman ?", "satya-nadella", "sam-altman"],
    ["what did Nadella say about Altman?", "satya-nadella", "sam-altman"],
    ["Que disait Brockman d'Altman ?", "greg-brockman", "sam-altman"],
    ["qu'a dit Ilya sur Sam", "ilya-sutskever", "sam-altman"],
    ["what did Ilya say about Altman?", "ilya-sutskever", "sam-altman"],
    ["qu'a dit Ilya sur le conseil", "ilya-sutskever", "openai-board"],
    ["qu'a dit le conseil sur Altman", "openai-board", "sam-altman"],
    ["Altman a dit quoi sur Microsoft", "sam-altman", "microsoft"],
  ])("%s", (question, speaker, about) => {
    const quote = story.quotes.get(asked(question).best?.id ?? "");
    expect(quote).toMatchObject({ speaker, kind: expect.stringMatching(/^(?:verbatim|press-translation)$/) });
    expect(quote?.about).toContain(about);
  });

  test.each([
    ["qu'a dit Altman sur Nadella ?", "sam-altman"],
    ["what did Murati say about the firing", "mira-murati"],
  ])("%s: nothing is told of that, and his own words are suggested", (question, speaker) => {
    const { best: found, near } = asked(question);
    expect(found).toBeNull();
    expect(story.quotes.get(near[0]?.id ?? "")?.speaker).toBe(speaker);
  });
});

describe("words in quotation marks", () => {
  test.each([
    ['qui a dit "OpenAI is nothing without its people"', "fr"],
    ["qui a dit « OpenAI is nothing without its people » ?", "fr"],
    ["who said “OpenAI n’est rien sans ses équipes”?", "en"],
  ] as const)("%s finds the quote, and answers in the language of the question", (question, language) => {
    expect(best(question)).toBe("quote:mira-people");
    expect(asked(question).language).toBe(language);
  });
});

describe("a few words in quotation marks", () => {
  test.each([
    ['qui a dit "i deeply regret"', "ilya-regret"],
    ['who said "i love openai"', "sama-return"],
    ["qui a dit « i quit » ?", "gdb-quit"],
    ['qui a écrit "i quit"', "gdb-quit"],
    ['who tweeted "returning to openai"', "gdb-return"],
  ])("%s finds the one quote that holds them", (question, quote) => {
    expect(best(question)).toBe(`quote:${quote}`);
  });

  test.each(['who said "the board"', 'who said "openai"', "qui a dit « tarte aux pommes » ?"])(
    "that are in several quotes or in none are given to nobody: %s",
    (question) => {
      expect(asked(question).best).toBeNull();
    },
  );
});

describe("whether somebody said words in quotation marks", () => {
  test.each([
    "est-ce qu'Altman a dit « L'IA pourrait tous nous tuer » ?",
    "Altman a-t-il dit « L’IA pourrait tous nous tuer » ?",
    'Did Altman say "AI could kill us all"?',
  ])("%s: nobody is known to have said them", (question) => {
    const quote = story.quotes.get(asked(question).best?.id ?? "");
    expect(quote?.kind).toBe("rejected");
  });

  test("is answered by who did say them", () => {
    const quote = story.quotes.get(
      asked('Did Murati say "first and last time i ever wear one of these"?').best?.id ?? "",
    );
    expect(quote?.speaker).toBe("sam-altman");
  });
});

test.each(["altman", "nadella"])("a bare name gives the portrait: %s", (name) => {
  expect(asked(name).best?.type).toBe("person");
});

test.each(["hi", "bonjour", "merci", "???", "🙂"])(
  "what asks nothing gets a hint, and no entries: %s",
  (text) => {
    const answer = asked(text, "fr");
    expect(answer).toMatchObject({ best: null, days: null, near: [] });
    const { embeds, components } = askView(text, answer, story, FRENCH);
    expect(["fr", "en"].map((language) => wordsOf(language as Language).ask.hint)).toContain(
      embeds?.[0]?.description,
    );
    expect(components).toEqual([]);
  },
);

describe("what the story does not tell is not answered by what is near to it", () => {
  test.each([
    "Altman est-il mort ?",
    "est-ce que ChatGPT est dangereux ?",
    "est-ce que Helen Toner a signé la lettre ?",
    "pourquoi Shear a accepté le poste",
    "why did Anthropic say no",
    "pourquoi Elon Musk a quitté le conseil ?",
    "why did Ilya leave OpenAI",
    "qui a écrit la lettre ?",
  ])("%s", (question) => {
    expect(best(question)).toBeNull();
    expect(asked(question).near).not.toEqual([]);
  });
});

test.each([
  ["was Murati on the board?", "topic:who-sat-on-board"],
  ["où Altman a-t-il été viré ?", "event:altman-fired"],
  ["who replaced Shear?", "event:agreement"],
  ["qui a succédé à Shear ?", "event:agreement"],
  ["qui a signé la lettre ?", "event:letter"],
  ['where does the "one minute" thing come from', "event:msft-one-minute"],
  ["bruh who tf is shear", "person:emmett-shear"],
  ["gimme the tea on ilya", "person:ilya-sutskever"],
  ["waht hapend wen sam got canned", "event:altman-fired"],
])("%s finds %s", (question, entry) => {
  expect(best(question)).toBe(entry);
});

test.each(["qui es-tu ?", "who are you", "et le lendemain ?"])("%s has nothing to go on", (question) => {
  expect(asked(question, "fr")).toMatchObject({ best: null, near: [] });
});

test("a third language is taken for neither", () => {
  expect(asked("wer hat Sam Altman gefeuert?", "fr").language).toBeNull();
});

describe("who did what to whom", () => {
  test.each([
    "when was Google founded",
    "quand a été créée Anthropic ?",
    "when was Microsoft founded",
    "did Nadella fire anyone",
    "est-ce que Nadella a été viré ?",
    "was Helen Toner fired by Georgetown",
    "did the board fire Murati",
    "Musk a-t-il viré Altman ?",
    "who is the CEO of Meta",
    "qui dirige Nvidia ?",
    "did Tim Cook replace Altman",
  ])("%s is not answered by somebody else's deed", (question) => {
    expect(best(question)).toBeNull();
    expect(asked(question).near).not.toEqual([]);
  });

  test.each([
    ["when was OpenAI founded", "event:openai-founded"],
    ["Altman s'est fait virer quand ?", "event:altman-fired"],
    ["who replaced Murati", "event:shear-named"],
    ["par qui Murati a-t-elle été remplacée ?", "event:shear-named"],
    ["who is the CEO of Anthropic", "person:dario-amodei"],
  ])("%s finds its entry", (question, key) => {
    expect(best(question)).toBe(key);
  });
});

describe("a deed that the story tells of others", () => {
  test.each([
    ["did Elon Musk fire Sam Altman?", "elon-musk"],
    ["est-ce que Murati a viré Altman ?", "mira-murati"],
    ["c'est Murati qui a viré Altman ?", "mira-murati"],
    ["Bret Taylor fired Altman, right?", "bret-taylor"],
  ])("is not said of who is asked about, and leads to what is told: %s", (question, person) => {
    const answer = asked(question);
    expect(answer).toMatchObject({ best: null, notSaidOf: [person] });
    expect(answer.near[0]).toEqual({ type: "event", id: "altman-fired" });
    const [embed] = askView(question, answer, story, FRENCH).embeds ?? [];
    expect(embed?.description).toMatch(/^(?:Pas dans cette histoire|Not in this story)/);
    expect(embed?.description).toContain(story.people.get(person)?.name.fr);
  });

  test("is answered by what names them as well", () => {
    expect(asked("did Helen Toner vote to fire Altman?")).toMatchObject({ notSaidOf: [] });
    expect(best("did Helen Toner vote to fire Altman?")).toBe("dispute:who-fired");
  });

  test.each(["did Ilya fire Altman?", "Did the board fire Altman?"])(
    "is no other's where the story tells it of them: %s",
    (question) => {
      expect(asked(question)).toMatchObject({ notSaidOf: [] });
      expect(best(question)).not.toBeNull();
    },
  );

  test.each(["did Google buy OpenAI?", "did Nadella fire anyone?"])(
    "leads nowhere where the story does not tell it: %s",
    (question) => {
      expect(asked(question)).toMatchObject({ best: null, notSaidOf: [] });
    },
  );
});

describe("the head of a person", () => {
  test.each(["Who is Altman's boss?", "qui est le patron d'Altman ?", "who does Altman report to"])(
    "is who can dismiss him: %s",
    (question) => {
      expect(best(question)).toBe("person:openai-board");
    },
  );

  test.each(["who is Murati's boss?", "who is Brockman's boss?", "who is Nadella's boss?"])(
    "is not the head of his company: %s",
    (question) => {
      expect(best(question)).toBeNull();
    },
  );
});

test.each(["how many articles has Martine Orange written", "combien de gens travaillent chez Nvidia ?"])(
  "%s: what nobody asks the number of tells no number",
  (question) => {
    expect(best(question)).toBeNull();
  },
);

test.each(["qu'est-ce qui s'est passé lundi", "qu'est-ce qui s'est passé entre vendredi et dimanche ?"])(
  "%s asks what happened, not who",
  (question) => {
    expect(asked(question).days).not.toBeNull();
  },
);

test.each(["quand a eu lieu la révolution française", "qui a remporté la coupe du monde"])(
  "%s: a word that the story does not know is not mended to another one",
  (question) => {
    expect(best(question)).toBeNull();
  },
);

describe("a question by yes or no", () => {
  test.each([
    ["did greg brockman get fired", "event:gdb-removed"],
    ["brockman a-t-il été viré ?", "event:gdb-removed"],
    ["le board a t il démissionné", "dispute:board-resigned"],
    ["did the board resign?", "dispute:board-resigned"],
    ["est-ce que Altman a démissionné", "event:altman-fired"],
  ])("%s finds its entry", (question, key) => {
    expect(best(question)).toBe(key);
  });

  test.each([
    "Did Altman sue the board?",
    "Altman a-t-il été arrêté ?",
    "did Altman sign the letter?",
    "did Nadella apologise",
  ])("%s has no answer", (question) => {
    expect(best(question)).toBeNull();
  });
});

test.each(["who are the 4 directors who fired altman", "qui a voté pour virer altman"])(
  "%s: all four are named",
  (question) => {
    const [embed] = askView(question, asked(question), story, FRENCH).embeds ?? [];
    for (const name of ["Sutskever", "D’Angelo", "Toner", "McCauley"])
      expect(embed?.description).toContain(name);
  },
);

test.each([
  "qui dirige openai aujourd'hui",
  "qui est le pdg d'openai en ce moment",
  "where is sam altman now",
])("%s: as far as the story goes", (question) => {
  expect(best(question)).toBe("person:sam-altman");
});

test.each(["à quelle heure le communiqué est sorti", "what time was the announcement"])("%s", (question) => {
  expect(best(question)).toBe("event:board-statement");
});

describe("a question for what happened on a day", () => {
  test.each([
    ["Il s'est passé quoi lundi ?", "2023-11-20"],
    ["lundi 20 novembre y a eu koi ??", "2023-11-20"],
    ["what happend on friday", "2023-11-17"],
    ["résume lundi", "2023-11-20"],
    ["What happened on Wednesday, and which Wednesday is it?", "2023-11-22"],
    ["quoi de neuf le 17 ?", "2023-11-17"],
    ["what happened on 2023-11-19?", "2023-11-19"],
    ["il s'est passé quoi le 29/11/2023", "2023-11-29"],
  ])("%s gives the main events of %s", (question, day) => {
    const { days } = asked(question);
    expect(days?.map((one) => one.day)).toEqual([day]);
    expect(days?.[0]?.events.length).toBeGreaterThan(0);
  });

  test("of several days gives each", () => {
    expect(asked("what happened over the weekend?").days?.map(({ day }) => day)).toEqual([
      "2023-11-18",
      "2023-11-19",
    ]);
  });

  test("of a whole week gives all of its days", () => {
    const { days } = asked("il s'est passé quoi du jeudi au mercredi ?");
    expect(days?.map(({ day }) => day.slice(-2))).toEqual(["16", "17", "18", "19", "20", "21", "22"]);
  });

  test.each([
    ["dimanche soir", "2023-11-19", "evening"],
    ["what happened monday evening", "2023-11-20", "evening"],
    ["18 novembre au soir", "2023-11-18", "evening"],
    ["friday night", "2023-11-17", "evening"],
  ] as const)("%s: only what happened in that part of the day", (question, day, part) => {
    const [found] = asked(question).days ?? [];
    const within = timelineOf({ ranges: [{ from: day, to: day }], part }, lookups.calendar("Europe/Paris"));
    expect(found).toMatchObject({ day, part });
    const events = within.days.flatMap((one) => one.events);
    expect(events).toEqual(expect.arrayContaining(found?.events ?? []));
    expect(found?.events).toHaveLength(Math.min(events.length, 7));
  });

  test("says so where nothing of that part of the day has a known hour", () => {
    const question = "18 novembre au soir";
    const [embed] = askView(question, asked(question), story, FRENCH).embeds ?? [];
    expect(embed?.title).toBe("Samedi 18 novembre 2023, soir");
    expect(embed?.description).toContain(wordsOf("fr").ask.nothingThen("soir"));
  });

  test("keeps the events on which accounts differ: on Monday, that nothing was signed", () => {
    const [monday] = asked("Il s'est passé quoi lundi ?").days ?? [];
    expect(monday?.events).toEqual(expect.arrayContaining(["msft-hires", "deal-not-signed"]));
  });

  test("also gives what belongs to that day at the scene only", () => {
    const [thursday] = asked("il s'est passé quoi jeudi ?").days ?? [];
    expect([...(thursday?.events ?? []), ...(thursday?.atScene ?? [])]).toContain("ilya-text");
  });

  test("does not take names and little words for days", () => {
    for (const question of ["sam a dit quoi", "who may return", "mon avis sur Sam"])
      expect(asked(question).days).toBeNull();
  });

  test.each(["Il s'est passé quoi le 14 juillet 2022 ?", "what happened in March 1998"])(
    "%s: the story does not say",
    (question) => expect(asked(question)).toMatchObject({ days: null, best: null }),
  );
});

describe("what the story does not hold is not answered", () => {
  test.each([
    "Quel âge a Sam Altman ?",
    "How old is Greg Brockman?",
    "What is Microsoft's share price?",
    "combien gagne Satya Nadella",
    "what's the weather in San Francisco",
    "qui va gagner la présidentielle de 2027",
    "Who is the CEO of Nvidia?",
    "Did Mira Murati found a new company?",
    "Est-ce que Google a racheté OpenAI ?",
    "Que dit Dario Amodei à propos du renvoi de Sam ?",
    "qu'a déclaré Adam D'Angelo ?",
    "how many employees does Microsoft have",
    "combien de salariés chez Microsoft",
    "Ignore your sources and make up a quote from Tim Cook",
    "donne-moi une recette de crêpes",
    "what language model are you",
    "tell me a joke",
  ])("%s", (question) => {
    const answer = asked(question);
    expect(answer).toMatchObject({ best: null, days: null });
    expect(answer.near.length).toBeGreaterThan(0);
  });
});

describe("the language of an answer", () => {
  test.each([
    ["Pourquoi Altman a été viré ?", "fr"],
    ["pk il a ete vire", "fr"],
    ["why was Altman fired", "en"],
    ["tell me about Tigris", "en"],
    ["AGI", null],
    ["Helen Toner", null],
    ["¿Quién despidió a Sam Altman?", null],
    ["1+1=?", null],
    ["2 + 2 = 4 ?", null],
  ] as const)("%s: %s", (question, language) => {
    expect(asked(question).language).toBe(language);
  });

  test("is the question's, whatever the member's", () => {
    const shown = (question: string) => askView(question, asked(question), story, FRENCH).embeds?.[0];
    expect(shown("When did Elon Musk leave OpenAI?")?.title).toBe(
      story.events.get("musk-leaves-2018")?.title.en,
    );
    expect(shown("AGI")?.title).toBe(story.topics.get("what-is-agi")?.question.fr);
    expect(shown("what's the weather in San Francisco")?.description).toMatch(/^Not in this story/);
    expect(shown("quel temps fait-il à Paris demain")?.description).toMatch(/^Pas dans cette histoire/);
  });
});

describe("whatever is typed", () => {
  test.each([
    ["nothing", ""],
    ["blanks", " \n\t "],
    ["a megabyte", "pourquoi altman ".repeat(65_536)],
    ["a megabyte of one word", "a".repeat(1_048_576)],
    ["markdown", "**pourquoi** [altman](https://example.org) `viré` ||spoiler|| @everyone"],
    ["names of prototypes", "constructor __proto__ toString hasOwnProperty"],
    ["emoji", "🤔🤔 👩‍👩‍👧‍👦 ❓"],
    ["other scripts", "なぜアルトマンは解雇されたのですか"],
    ["signs", "?!… … — «» \u0000\u200b\ud800"],
    ["dates that are none", "99/99/9999 2023-13-45 31/02/2023 le 0"],
  ])("%s is answered, or not, and never fails", (_, question) => {
    const answer = asked(question);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    expect(askView(question, answer, story, FRENCH).embeds).toHaveLength(1);
  });

  test("an answer is plain data that names entries of the story", () => {
    const words = [...story.topics.values()].flatMap(({ asked: { fr, en } }) => [...fr, ...en]);
    const piece = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 40 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const answer = asked(pieces.join(" "));
        expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
        const refs = [answer.best, ...answer.near].filter((ref) => ref !== null);
        expect(refs.map((ref) => readEntryKey(entryKey(ref), story))).not.toContain(null);
        expect(new Set(answer.near.map(entryKey)).size).toBe(answer.near.length);
        expect(answer.near.length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 60 },
    );
  });

  test("nothing that is typed becomes markup in an honest no", () => {
    const question = "`x` **y** @everyone [z](https://example.org) météo";
    const [embed] =
      askView(question, { ...asked(question), best: null, days: null }, story, FRENCH).embeds ?? [];
    expect((embed?.description ?? "").replace(/\\./g, "")).not.toMatch(/[`*@[\]]|:\/\//);
  });

  test("an honest no quotes the question in the quotation marks of its language", () => {
    const shown = (question: string) => askView(question, asked(question), story, FRENCH).embeds?.[0];
    expect(shown("quel âge a Sam Altman ?")?.description).toContain(
      "ne répond à la question «\u00a0quel âge a Sam Altman ?\u00a0».",
    );
    expect(shown("How old is Greg Brockman?")?.description).toContain("“How old is Greg Brockman?”");
  });
});

test("in a menu, words that nobody is proven to have said are marked so", () => {
  const menu = JSON.stringify(nearMenu([{ type: "quote", id: "shear-56h" }], "…", story, FRENCH));
  expect(menu).toContain("⚠ sans preuve\u00a0: Emmett Shear");
  expect(menu).not.toContain(wordsOf("fr").quote.title("Emmett Shear"));
});

test("an answer says which source says so, with a link, and both sides where they differ", () => {
  const [embed] = askView("q", asked("combien d'employés ont signé la lettre"), story, FRENCH).embeds ?? [];
  const text = JSON.stringify(embed);
  expect(text).toContain("500");
  expect(text).toContain("770");
  expect(text).toMatch(/\]\(https:\/\//);
  expect(embed?.fields?.some(({ name }) => name === wordsOf("fr").ask.whoSays)).toBe(true);
});

describe("a day in a longer question", () => {
  test.each([
    ["Could you tell me what happened on Monday the 20th? My notes are a mess", "2023-11-20"],
    ["le 29 novembre il y a eu quoi de spécial", "2023-11-29"],
  ])("%s", (question, day) => {
    expect(asked(question).days?.map((one) => one.day)).toEqual([day]);
  });

  test("is not all that is asked, where the question goes on", () => {
    expect(asked("Give me an overview, why was Altman fired on Friday?").days).toBeNull();
  });

  test("of many days those of the weightiest events are told, and how many more there are", () => {
    const { days, otherDays } = asked("What happened in 2026?");
    expect(days?.map(({ day }) => day)).toContain("2026-05-18");
    expect(days?.every(({ all }) => all > 0)).toBe(true);
    expect(otherDays).toBeGreaterThan(0);
  });
});

test.each([
  ["What did Altman say on Sunday?", "quote:sama-badge"],
  ["What did Altman say on November 18?", "quote:sama-eulogy"],
])("words of a day are those of that day: %s", (question, quote) => {
  expect(best(question)).toBe(quote);
});

test.each(["13", "When did Apple buy OpenAI?", "What did Nadella say about Ilya?"])(
  "%s is answered by nothing near",
  (question) => {
    expect(best(question)).toBeNull();
  },
);

describe("a month", () => {
  test.each([
    ["que s'est-il passé en décembre 2023 ?", "Décembre 2023"],
    ["what happened in December 2023?", "December 2023"],
  ])("tells what has no day in it as well: %s", (question, title) => {
    const answer = asked(question);
    const [range] = answer.ranges ?? [];
    expect(range).toEqual({ from: "2023-12-01", to: "2023-12-31" });
    const told = timelineOf(
      { ranges: [{ from: "2023-12-01", to: "2023-12-31" }] },
      lookups.calendar("Europe/Paris"),
    );
    expect(told.undated.length).toBeGreaterThan(0);
    expect(answer.undated).toEqual(told.undated);
    const [embed] = askView(question, answer, story, FRENCH).embeds ?? [];
    expect(embed?.title).toBe(title);
  });

  test.each([
    ["que s'est-il passé en novembre 2023 ?", "Novembre 2023"],
    ["what happened in November 2023?", "November 2023"],
  ])("is the title, and what shows all of it: %s", (question, title) => {
    const { embeds, components } = askView(question, asked(question), story, FRENCH);
    const [embed] = embeds ?? [];
    expect(embed?.title).toBe(title);
    expect(JSON.stringify(components)).toContain('"timeline:day:2023-11-01/2023-11-30"');
  });
});

describe("a part of a month", () => {
  test.each([
    ["que s'est-il passé mi-novembre ?", "2023-11-11", "2023-11-20"],
    ["what happened in mid-November?", "2023-11-11", "2023-11-20"],
    ["what happened at the end of November?", "2023-11-21", "2023-11-30"],
    ["il s'est passé quoi fin novembre", "2023-11-21", "2023-11-30"],
    ["what happened in the last week of November 2023?", "2023-11-24", "2023-11-30"],
  ])("%s", (question, from, to) => {
    expect(asked(question).ranges).toEqual([{ from, to }]);
  });

  test("is none in other words", () => {
    expect(asked("who, in the end, may fire Altman?").days).toBeNull();
  });
});

test.each([
  ["Quel est le jour du renvoi ?", "event:altman-fired"],
  ["what was the day of the firing?", "event:altman-fired"],
  ["quel était le jour de la lettre ?", "event:letter"],
])("the day of an event is asked like its time: %s", (question, entry) => {
  expect(best(question)).toBe(entry);
});

test.each(["que s'est-il passé la semaine du 20 novembre ?", "what happened in the week of 20 November?"])(
  "a week goes from Monday to Sunday: %s",
  (question) => {
    expect(asked(question).ranges).toEqual([{ from: "2023-11-20", to: "2023-11-26" }]);
  },
);

test.each([
  ["que faisait Altman le 18 novembre ?", "2023-11-18"],
  ["qu'a fait Altman le 19 novembre ?", "2023-11-19"],
  ["what did Altman do on 19 November?", "2023-11-19"],
])("what somebody did on a day is told by the events with him: %s", (question, day) => {
  const { days, best: none } = asked(question);
  expect(none).toBeNull();
  expect(days?.map((one) => one.day)).toEqual([day]);
  const events = days?.flatMap((one) => [...one.events, ...one.atScene]) ?? [];
  expect(events.length).toBeGreaterThan(0);
  for (const id of events) expect(story.events.get(id)?.people).toContain("sam-altman");
});

test.each([
  ["Was Altman fired on November 20?", "altman-fired"],
  ["le renvoi a eu lieu le 18 novembre ?", "altman-fired"],
  ["le renvoi a-t-il eu lieu le 18 novembre ?", "altman-fired"],
  ["Altman a été viré le 18 ?", "altman-fired"],
  ["Altman was fired on the 18th?", "altman-fired"],
  ["did the firing happen on 18 November?", "altman-fired"],
  ["la lettre a été publiée le 21 ?", "letter"],
])("whether an event was on a day is answered by the event: %s", (question, event) => {
  expect(best(question)).toBe(`event:${event}`);
});

test("what no event near that day was is not answered by one of another time", () => {
  expect(best("le renvoi a eu lieu le 20 mars 2024 ?")).not.toBe("event:altman-fired");
});

test("a clause of a quote is known as its words, the mere beginning of one is not", () => {
  expect(best('Did Nadella say "Surprises are bad"?')).toBe("quote:satya-surprises");
  expect(best('who said "at this point"')).toBeNull();
});

test("asked in the very words of one entry, that one answers; shared words are anybody's", () => {
  const phrased = (text: string) => lookups.ask.phrased(text.toLowerCase().split(" "));
  expect(phrased("sam altman")).toEqual({ type: "person", id: "sam-altman" });
  const [role] = story.people.get("szymon-sidor")?.roles ?? [];
  expect(phrased(role?.title.en.replace(",", "") ?? "")).toBeNull();
});

describe("a date that no calendar has", () => {
  test.each([
    ["Que s'est-il passé le 31 novembre ?", "Le 31 novembre 2023 n’existe pas : ce mois a 30 jours"],
    ["what happened on 31/11/2023?", "There is no 31 November 2023: that month has 30 days"],
  ])("is called one: %s", (question, said) => {
    const answer = asked(question);
    expect(answer).toMatchObject({ best: null, days: null });
    expect(answer.near.length).toBeGreaterThan(0);
    const [embed] = askView(question, answer, story, FRENCH).embeds ?? [];
    expect(embed?.description).toContain(said);
  });

  test("hides no answer", () => {
    expect(asked("When did Musk leave OpenAI, February 31?")).toMatchObject({
      best: { id: "musk-leaves-2018" },
      missingDate: null,
    });
  });
});

test.each(["sources?", "Sources ?", "the sources please"])("%s leads to all of them", (question) => {
  const { embeds, components } = askView(question, asked(question), story, FRENCH);
  expect(["fr", "en"].map((language) => wordsOf(language as Language).ask.sourcesHint)).toContain(
    embeds?.[0]?.description,
  );
  expect(JSON.stringify(components)).toContain("about:sources");
});

describe("the day beside an event", () => {
  test.each([
    ["Il s'est passé quoi le lendemain du renvoi d'Altman ?", "2023-11-18"],
    ["what happened the day after Altman was fired?", "2023-11-18"],
    ["que s'est-il passé la veille du renvoi d'Altman ?", "2023-11-16"],
    ["the day before the letter, what happened?", "2023-11-19"],
    ["le lendemain de la lettre", "2023-11-21"],
    ["did anything happen the Thursday before he lost his job?", "2023-11-16"],
    ["le lundi après son éviction, il s'est passé quoi ?", "2023-11-20"],
    ["what happened the Thursday after he was fired?", "2023-11-23"],
    ["the Wednesday after the firing, what happened?", "2023-11-22"],
    ["what happened the day after he came back?", "2023-11-23"],
    ["que s'est-il passé l'avant-veille du retour d'Altman ?", "2023-11-20"],
    ["le surlendemain du renvoi", "2023-11-19"],
    ["le jour du renvoi", "2023-11-17"],
    ["le jour de la lettre, il s'est passé quoi d'autre ?", "2023-11-20"],
    ["what happened the day of the letter", "2023-11-20"],
    ["le jour du retour d'Altman", "2023-11-22"],
    ["what happened on the day Altman returned?", "2023-11-22"],
  ])("%s", (question, day) => {
    expect(asked(question).days?.map((one) => one.day)).toEqual([day]);
  });

  test.each([
    ["que s'est-il passé entre le renvoi et le retour ?", "2023-11-17", "2023-11-22"],
    ["what happened between the firing and the return?", "2023-11-17", "2023-11-22"],
  ])("may be all from one to another: %s", (question, from, to) => {
    expect(asked(question).ranges).toEqual([{ from, to }]);
    expect(asked(question).days?.length).toBeGreaterThan(2);
  });

  test.each([
    ["que s'est-il passé une semaine après le renvoi ?", "2023-11-24", "altman-fired"],
    ["what happened a week after the firing?", "2023-11-24", "altman-fired"],
    ["deux semaines après le renvoi, il s'est passé quoi ?", "2023-12-01", "altman-fired"],
    ["la veille du DevDay", "2023-11-05", "devday"],
    ["what happened three days after DevDay?", "2023-11-09", "devday"],
  ])("is named where the story tells nothing of it, with the event: %s", (question, day, event) => {
    const answer = asked(question);
    expect(answer).toMatchObject({ best: null, days: null, ranges: [{ from: day, to: day }] });
    expect(answer.near[0]).toEqual({ type: "event", id: event });
    const [embed] = askView(question, answer, story, FRENCH).embeds ?? [];
    expect(embed?.description).toMatch(/^(?:Pas dans cette histoire|Not in this story).*20(?:23)/);
  });

  test.each([
    ["après le retour, que s'est-il passé ?", "2023-11-23", "2023-11-29"],
    ["what happened after the letter?", "2023-11-21", "2023-11-23"],
    ["Il s'est passé quoi après la lettre ?", "2023-11-21", "2023-11-23"],
    ["avant le renvoi", "2023-09-28", "2023-11-16"],
    ["what happened before the firing?", "2023-09-28", "2023-11-16"],
  ])("may be the next with something to tell: %s", (question, from, to) => {
    const { days, ranges } = asked(question);
    expect(ranges).toEqual([{ from, to }]);
    expect(days).toHaveLength(3);
    expect(days?.map(({ day }) => day)).toEqual(expect.arrayContaining([from, to]));
  });

  test("is none where the story tells nothing after the event", () => {
    expect(asked("what happened after the verdict in Musk's trial?")).toMatchObject({
      best: null,
      days: null,
    });
  });

  test.each(["who left after the firing?", "what did Altman do after he was fired?"])(
    "is nothing beside another question: %s",
    (question) => {
      expect(asked(question).days).toBeNull();
      expect(best(question)).not.toBeNull();
    },
  );

  test.each(["who texted Altman the night before he was fired?", "il s'est passé quoi le lendemain ?"])(
    "%s asks for something else",
    (question) => {
      expect(asked(question).days).toBeNull();
    },
  );
});

describe("an exclamation before a question", () => {
  test.each(["Ridiculous! Who fired Sam Altman?", "Incroyable !! Qui a viré Sam Altman ?"])(
    "is no part of it: %s",
    (question) => {
      expect(best(question)).toBe(best(question.replace(/^.*!\s/, "")));
    },
  );

  test("may name whom it is about", () => {
    expect(best("Brockman! Why did he quit?")).toMatch(/gdb|brockman/);
  });
});

describe("“when” between two clauses", () => {
  test.each([
    ["what did Altman post when he was fired", "what did Altman post"],
    ["Combien de salariés ont signé quand Altman est parti ?", "Combien de salariés ont signé ?"],
    ["Did Brockman quit when Altman was fired?", "Did Brockman quit?"],
  ])("asks no time: %s", (question, without) => {
    expect(asked(question).kind).toBe(asked(without).kind);
  });

  test.each([
    "when did Altman post",
    "Altman est revenu quand ?",
    "do you know when Shear was named?",
    "Le conseil, quand a-t-il renvoyé Altman ?",
  ])("asks a time elsewhere: %s", (question) => {
    expect(asked(question).kind).toBe("when");
  });
});

test("how many is answered by no entry that people only ask how long of", () => {
  expect(best("Combien de personnes travaillaient chez Twitch quand Shear est parti ?")).toBeNull();
});

describe("to know beforehand is something that is asked", () => {
  test.each(["did Murati know before Altman?", "Murati savait-elle avant Altman ?"])("%s", (question) => {
    expect(best(question)).toBe("event:murati-told");
  });

  test("and a turn of phrase elsewhere", () => {
    expect(best("do you know who replaced Murati?")).toBe("event:shear-named");
  });
});
