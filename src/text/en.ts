const plural = new Intl.PluralRules("en");

function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === "one" ? one : other}`;
}

/** A name as it stands within a sentence: “the hosts”, not “The hosts”. */
function within(name: string): string {
  return name.replace(/^The (?=\S)/, "the ");
}

/** A date as it is shown, and whether it has a day or is only a month or a year. */
interface RoleDate {
  text: string;
  day: boolean;
}

interface TimeOfDay {
  hour: number;
  minute: number;
}

/** The words of the bot in English. */
export const en = {
  /** For Intl: day before month, 24 hours. */
  intl: "en-GB",
  quoted: (words: string) => `“${words.replaceAll("“", "‘").replaceAll("”", "’")}”`,

  status: {
    confirmed: "confirmed",
    reported: "reported",
    hypothesis: "hypothesis",
    opinion: "opinion",
    disputed: "disputed",
  },
  part: { night: "night", morning: "morning", afternoon: "afternoon", evening: "evening" },
  /** Hours of a day, null for its beginning or its end. */
  hours: (from: string | null, to: string | null) =>
    from === null ? `before ${to}` : to === null ? `from ${from}` : `from ${from} to ${to}`,
  about: (when: string) => `about ${when}`,
  /** "08:53" */
  hour: ({ hour, minute }: TimeOfDay) =>
    [hour, minute].map((part) => String(part).padStart(2, "0")).join(":"),
  hourUnknown: "hour unknown",
  differ: "accounts differ",
  atScene: (when: string, scene: string) => `${when} in ${scene}`,
  /** Names of zones' cities where they differ from those of IANA. */
  zoneCities: {} as Readonly<Record<string, string>>,
  countedIn: (when: string, zone: string) => `${when}, ${zone} time`,
  yourTime: (stamp: string) => `your time: ${stamp}`,
  unknownDate: "undated",
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  fromYearTo: (year: string, to: string) => `${year} to ${to}`,
  /** Of what was published on a day or after it. */
  earliest: (date: string) => `${date} at the earliest`,
  /** What goes on, nobody tells how long. */
  fromOn: ({ text }: RoleDate) => `from ${text} on`,
  /** Where a date is typed with the name of another weekday. */
  isWeekday: (date: string, weekday: string) => `${date} is a ${weekday}`,

  events: (n: number) => count(n, "event", "events"),
  sources: (n: number) => count(n, "source", "sources"),
  accounts: (n: number) => count(n, "account", "accounts"),
  quotes: (n: number) => count(n, "quote", "quotes"),
  moreSources: (n: number) => `+${n}`,
  noAddress: "address unknown",

  share: "Share",
  textPage: (page: number, pages: number) => `Page ${page} of ${pages} ▼`,
  switchedOff: (command: string) => `${command} is switched off on this server.`,

  timeline: {
    sameDayAt: (scene: string) => `On that day in ${scene}, local time`,
    glance: "The story at a glance",
    earlier: "Before",
    later: "After",
    zone: (zone: string) => `${zone} time`,
    withoutHour: (n: number) => `${count(n, "event", "events")} of that day, hour unknown, not shown here`,
    moreThatDay: (n: number) => `+ ${n} more`,
    moreUndated: (n: number) => `+ ${n} more, known by month or year only`,
    shown: (shown: number, all: number) => `${shown} of ${all} events`,
    all: (n: number) => `All ${n} events`,
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    next: "More ▼",
    pageBefore: "Page before ▲",
    before: (day: string) => `◀ Before ${day}`,
    after: (day: string) => `After ${day} ▶`,
    openDay: "Open a day…",
    openEvent: "Open an event…",
    openOneOf: (from: number, to: number, all: number) => `Open an event… (${from}–${to} of ${all})`,
    nothing: (days: string) => `The story tells nothing about ${days}.`,
    nothingHere: (zone: string) => `nothing at that time of day in ${zone}`,
    nothingInPart: (days: string, part: string) =>
      `The story has no event with a known hour on ${days} in that part of the day (${part}).`,
    atAGlance: "At a glance",
  },

  quote: {
    ofMembers: "Words of its members…",
    title: (name: string) => `In the words of ${within(name)}`,
    reportedTitle: (name: string) => `Words attributed to ${within(name)}`,
    kind: {
      verbatim: "exact words",
      "press-translation": "translation printed by the press",
      reported: "reported words",
      rejected: "not a quote",
    },
    ourTranslation: "our translation",
    pressTranslation: (source: string) => `translation: ${source}`,
    original: "in the original",
    rejectedTitle: (name: string) => `Words without proof: ${within(name)}?`,
    unproven: (name: string) => `Nothing shows that ${within(name)} said these words.`,
    why: "Why",
    caution: "Please note",
    proof: "Source",
    when: "When",
    where: "Where",
    another: "Another quote",
    anotherDoubtful: "More doubtful words",
    all: (n: number) => `Quotes (${n})`,
    random: "Any quote of the story",
    ofSomebodyElse: "A random quote of somebody else",
    doubtful: (n: number) => `Doubtful words (${n})`,
    event: "The event",
    speaker: "Who is speaking",
    place: (n: number, all: number) => `${n} of ${all}`,
    none: (name: string) => `The story holds no words of ${within(name)}.`,
    noneAbout: (name: string, about: string) => `The story holds no words of ${within(name)} about ${about}.`,
    nobodyAbout: (about: string) => `The story holds no words about ${about}.`,
  },

  source: {
    settled: (text: string) => `What the record settles: ${text}`,
    unsettled: "The record does not settle it.",
    series: (text: string) => `Over time: ${text}`,
    page: (page: number, pages: number) => `accounts, page ${page} of ${pages}`,
    nextPage: "More accounts ▼",
    pageBefore: "Accounts before ▲",
    nextSources: "More sources ▼",
    sourcesBefore: "Sources before ▲",
    day: (day: string) => `◀ ${day}`,
    alike: "Not this one? Near it…",
    quotes: (n: number) => `Quotes (${n})`,
    ahead: "written beforehand",
    wordsIn: { fr: "in French", en: "in English" },
  },

  person: {
    kind: { person: "person", organisation: "organisation", group: "group" },
    roles: "Roles",
    since: ({ text }: RoleDate) => `since ${text}`,
    until: ({ text }: RoleDate) => `until ${text}`,
    during: (from: RoleDate, to: RoleDate) => `${from.text} to ${to.text}`,
    events: "What matters most",
    sources: "The portrait rests on",
    sourcesOf: (name: string) => `${name}: who says what`,
    allSources: (n: number) => `Sources (${n})`,
    portrait: "◀ Portrait",
    open: "Who is it? Open a portrait…",
  },

  aboutStory: {
    holds: "What the story holds",
    people: (n: number) => count(n, "person or organisation", "people and organisations"),
    topics: (n: number) => count(n, "question explained", "questions explained"),
    disputes: (n: number) => count(n, "point where accounts differ", "points where accounts differ"),
    marks: "How to read it",
    marksText: (marks: string) =>
      `${marks}\nEvery sentence rests on a source, and where sources differ both are shown.`,
    documents: "Where it comes from",
    allSources: (n: number) => `All ${n} sources`,
    sourcesTitle: "Sources of the story",
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    back: "◀ About",
    privacy: "Privacy",
    privacyText: (reset: string) =>
      `For each server I keep its settings, until \`${reset}\`. What is looked up I remember in memory, by server, without who asked, at most until I restart; in private messages, by member. So that nobody floods me and nothing is answered twice, I hold in memory how often each member asked of late, and the ids of recent interactions. I read a message only when somebody has it checked, and keep nothing of it. I keep no names and no messages.`,
    licence: "Licence",
    licenceText: (story: string) => `The bot’s code: MIT. ${story}`,
  },

  help: {
    title: "What I can do",
    ask: "Type / and one of these names, then what is named behind it; what stands in [brackets] is optional. Any spelling will do; I suggest as you type.",
    inMenu: (name: string) => `${name} — in a message’s menu, under Apps`,
    inMenuText:
      "Shows, for your eyes only, which events, quotes and disputed points of the story the message touches, with their sources.",
    managers: "for those who may manage the server",
    subcommands: (names: string) => `then one of: ${names}`,
    required: "required",
    optional: "optional",
    choices: (names: string) => `one of: ${names}`,
    noOptions: "It takes no options.",
    open: "One command in detail…",
    all: "◀ All commands",
  },

  check: {
    title: "This message and the story",
    verdict: {
      verbatim: (name: string) => `✔ Exact words of ${within(name)}`,
      "press-translation": (name: string) => `✔ Words of ${within(name)}, as the press translated them`,
      reported: (name: string) => `◐ Words that others attribute to ${within(name)}`,
      rejected: (name: string) => `⚠ Not a quote: nothing shows that ${within(name)} said this`,
    },
    near: (name: string) => `≈ Near to words of ${within(name)}`,
    misattributed: (name: string) => `⚠ Misattributed: these words are by ${within(name)}`,
    named: (named: string, name: string) =>
      `The message names ${named}; by the sources the words are ${name}’s.`,
    recorded: "The words on record:",
    events: "Events",
    moreEvents: "Events, continued",
    contradiction: {
      otherDay: "⚠ the message gives it another day",
      otherDoers: "⚠ the story tells this of others",
      denied: "⚠ the message says that this did not happen",
    },
    others: (n: number) =>
      `+ ${count(n, "more event", "more events")}: check a part of the message to see more`,
    disputed: "⚖ Accounts differ on details: open an event to see how",
    onlyNames:
      "This message names somebody of the story, but I find no known quote in it, no event and nothing disputed.",
    openEvent: "Open an event…",
    openQuote: "Open a quote…",
    nothing:
      "I find nothing of the story in this message: no known quote, no event, nothing disputed. That makes it neither true nor false.",
    empty: "This message has no text that I could check.",
  },

  settings: {
    title: "Settings of this server",
    language: "Language of public answers",
    followsDiscord: "as Discord is set",
    languages: { fr: "French", en: "English" },
    zone: "Time zone",
    zoneOfStory: (zone: string) => `${zone} (the story’s own)`,
    answers: "Answers",
    visibility: {
      public: "public: everybody in the channel sees them",
      private: "private: only whoever asked sees them, and may share them",
    },
    commands: "Commands",
    on: (names: string) => `on: ${names}`,
    off: (names: string) => `off: ${names}`,
    note: "Kept until you change them.",
    done: {
      language: "✔ The language is changed.",
      zone: "✔ The time zone is changed.",
      answers: "✔ The way of answering is changed.",
      on: (command: string) => `✔ ${command} is on.`,
      off: (command: string) => `✔ ${command} is off.`,
      reset: "✔ Everything is back to its default, and the look-ups of this server are forgotten.",
    },
    wrong: {
      language: (typed: string) => `${typed} is no language that I speak.`,
      zone: (typed: string) =>
        `I know no city or time zone called ${typed}. Try a large city, like Montreal or Tokyo, or a zone written like \`Europe/Paris\`; the menu offers some.`,
      severalZones: (typed: string) => `Several time zones are called ${typed}. Which one do you mean?`,
      answers: (typed: string) => `Answers can’t be ${typed}.`,
      command: (typed: string) => `I have no command called ${typed} to switch on or off.`,
      state: (typed: string) => `A command can’t be ${typed}.`,
    },
    right: (values: string) => `You can choose: ${values}.`,
    openZone: "Choose a time zone…",
    onlyInServers: "Settings belong to a server: please use this command in one.",
    notAllowed: "Only members who may manage this server (Manage Server) can see and change its settings.",
  },

  ask: {
    notInStory: (typed: string) =>
      `Not in this story: nothing that it holds answers the question ${typed}. Below is what comes nearest.`,
    notOnDays: (days: string) =>
      `Not in this story: it tells nothing about ${days}. Below is what comes nearest.`,
    notSaidOf: (names: string[]) =>
      `Not in this story: it does not say that of ${names.join(" or ")}. What it tells of it is the first in the menu.`,
    restsOn: "Sources",
    whoSays: "Who says so",
    says: (text: string, source: string) => `• ${text} — ${source}`,
    whoSaysWhat: "Who says what",
    answer: "◀ Answer",
    eventInFull: "The event in full",
    allAccounts: (n: number) => `All accounts (${n})`,
    portrait: "Portrait and events",
    otherDays: (n: number) => `+ ${count(n, "more day", "more days")}`,
    allDays: "All of these days",
    wholeDay: (day: string, n: number) => `${day}: ${count(n, "event", "events")}`,
    /** To a greeting, or to signs that ask nothing. */
    hint: "Ask me about this story in your own words: who, when, why, how many, who said what. For example “Sum up the story” or “What happened on Monday?”",
    /** To a question for sources that is about nothing else. */
    sourcesHint:
      "Every answer names its sources, with a link where there is one. Ask “What is the source for…?”, or see them all:",
    nothingThen: (part: string) => `At that time of day (${part}) no event has a known hour.`,
    withoutProof: (name: string) => `⚠ without proof: ${name}`,
    further: "Near your question…",
  },

  miss: {
    day: (typed: string) => `I find no day in ${typed}. Try “Monday”, “Nov 20”, “weekend” or one of these:`,
    noSuchMonth: "There is no such date: a year has 12 months. Did you mean another one?",
    relation: (typed: string) =>
      `${typed} what? Add a day, as in “before Friday” or “after Nov 20”, or take one of these:`,
    noSuchDate: (day: number, month: string, days: number) =>
      `There is no ${day} ${month}: that month has ${days} days. Did you mean another one?`,
    person: (typed: string) => `I find nobody called ${typed} in the story. Did you mean:`,
    event: (typed: string) => `I find no event called ${typed} in the story. Did you mean:`,
    nearest: "The nearest ones…",
    unknownPerson: (typed: string) =>
      `The story knows nobody called ${typed}. Those it speaks of most are in the menu.`,
    unknownEvent: (typed: string) =>
      `The story knows no event called ${typed}. Those that matter most are in the menu.`,
    mostPeople: "Those the story speaks of most…",
    mostEvents: "The events that matter most…",
  },

  picture: {
    /** Before an hour that is not exact. */
    about: "about",
    until: (day: string) => `to ${day}`,
    shown: (shown: number, all: number) => `${shown} of ${all}`,
    moreDays: (n: number) => `+ ${count(n, "more day", "more days")} in the list`,
    /** How a description is to be read. */
    reading: (home: string, scene: string | null, differ: string | null) =>
      `Times of ${home}${scene ? `, of ${scene} in brackets` : ""}; confirmed unless said otherwise${differ ? `; ${differ}: accounts differ` : ""}.`,
    day: (day: string, events: readonly string[]) => `${day}: ${events.join("; ")}.`,
    source: (source: string) => `Source: ${source}`,
    asPicture: "As a picture",
    asText: "As text",
    impossible: "I can’t draw or send the picture here, so this is the text.",
  },

  prompt: {
    noToken: "No DISCORD_TOKEN: this is the bot on a Discord of its own, on this machine only.",
    page: (address: string) => `It has a page, to be opened in a browser: ${address}`,
    portTaken: (port: number) => `Port ${port} is taken: the next free one serves.`,
    noTerminal: "No terminal either: it stays up until it is told to stop (SIGTERM).",
    welcome:
      "Type a command, like /timeline day:monday. Tab suggests, !label presses a button or picks from a menu, /quit leaves.",
    nothing: "Nothing to suggest here.",
    private: "Only you can see this",
    thinking: "The bot is thinking…",
    picture: "picture",
  },

  failure: {
    broken: (reference: string) =>
      `Something went wrong on my side. Please try again; if it lasts, give this reference: ${reference}`,
    notKept: (reference: string) =>
      `That could not be saved, and nothing has changed. Please try again later; if it lasts, give this reference: ${reference}`,
    tooQuick: "One moment, that was quicker than I can follow. Please wait a few seconds and ask again.",
    tooOld: "This button is from an older version of me. Please ask again with a slash command.",
  },
};
