import { FR_ZONE_CITIES } from "./frZoneCities.ts";
import type { Messages } from "./messages.ts";

const plural = new Intl.PluralRules("fr");

function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === "one" ? one : other}`;
}

/** « de Paris », « d’Oran » devant une voyelle, « des animateurs », « du Forum » avec leur article. */
function of(name: string): string {
  const contracted = name.replace(/^Les (?=\S)/, "des ").replace(/^Le (?=\S)/, "du ");
  if (contracted !== name) return contracted;
  return /^[aeiouàâéèêëîïôöûü]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** « à Paris », « au Caire », « aux Ulis ». */
function at(place: string): string {
  const contracted = place.replace(/^Les (?=\S)/, "aux ").replace(/^Le (?=\S)/, "au ");
  return contracted === place ? `à ${place}` : contracted;
}

/** « qu’Elon Musk », « que les animateurs ». */
function that(name: string): string {
  return /^[aeiouàâéèêëîïôöûü]/i.test(name) ? `qu’${name}` : `que ${within(name)}`;
}

/** Un nom au milieu d’une phrase : « les animateurs », et non « Les animateurs ». */
function within(name: string): string {
  return name.replace(/^(Les?|La) (?=\S)/, (article) => article.toLowerCase());
}

/** Les mots du bot en français, avec des espaces insécables devant la ponctuation haute. */
export const fr = {
  intl: "fr-FR",
  quoted: (words) => `« ${words.replace(/«\s*/g, "“").replace(/\s*»/g, "”")} »`,

  status: {
    confirmed: "confirmé",
    reported: "rapporté",
    hypothesis: "hypothèse",
    opinion: "opinion",
    disputed: "contesté",
  },
  part: { night: "nuit", morning: "matin", afternoon: "après-midi", evening: "soir" },
  hours: (from, to) =>
    from === null ? `avant ${to}` : to === null ? `à partir de ${from}` : `de ${from} à ${to}`,
  about: (when) => `vers ${when}`,
  /** « 8 h 53 », « 17 h » */
  hour: ({ hour, minute }) => (minute === 0 ? `${hour} h` : `${hour} h ${String(minute).padStart(2, "0")}`),
  hourUnknown: "heure inconnue",
  differ: "récits divergents",
  atScene: (when, scene) => `${when} ${at(scene)}`,
  zoneCities: FR_ZONE_CITIES,
  countedIn: (when, zone) => `${when}, heure ${of(zone)}`,
  yourTime: (stamp) => `chez vous : ${stamp}`,
  unknownDate: "sans date",
  fromTo: (from, to) => `du ${from} au ${to}`,
  fromYearTo: (year, to) => `de ${year} au ${to}`,
  earliest: (date) => `au plus tôt le ${date}`,
  fromOn: ({ text, day }) => (day ? `depuis le ${text}` : `depuis ${text}`),
  isWeekday: (date, weekday) => `le ${date} est un ${weekday}`,

  events: (n) => count(n, "événement", "événements"),
  sources: (n) => count(n, "source", "sources"),
  accounts: (n) => count(n, "récit", "récits"),
  quotes: (n) => count(n, "citation", "citations"),
  moreSources: (n) => `+ ${n}`,
  noAddress: "adresse inconnue",

  share: "Partager",
  textPage: (page, pages) => `Page ${page} sur ${pages} ▼`,
  switchedOff: (command) => `La commande ${command} est désactivée sur ce serveur.`,

  timeline: {
    sameDayAt: (scene) => `Ce jour-là ${at(scene)}, heure locale`,
    glance: "L’histoire en un coup d’œil",
    earlier: "Avant",
    later: "Après",
    zone: (zone) => `heure ${of(zone)}`,
    withoutHour: (n) => `${count(n, "événement", "événements")} du jour sans heure connue, à part`,
    moreThatDay: (n) => `+ ${n} ${n === 1 ? "autre" : "autres"}`,
    moreUndated: (n) => `+ ${count(n, "autre", "autres")}, au mois ou à l’année près`,
    shown: (shown, all) => `${shown} événements sur ${all}`,
    all: (n) => `Les ${n} événements`,
    page: (page, pages) => `page ${page} sur ${pages}`,
    next: "Suite ▼",
    pageBefore: "Page précédente ▲",
    before: (day) => `◀ Avant le ${day}`,
    after: (day) => `Après le ${day} ▶`,
    openDay: "Ouvrir un jour…",
    openEvent: "Ouvrir un événement…",
    openOneOf: (from, to, all) => `Ouvrir un événement… (${from} à ${to} sur ${all})`,
    nothing: (days) => `L’histoire ne dit rien à cette date : ${days}.`,
    nothingHere: (zone) => `rien à ce moment-là, heure ${of(zone)}`,
    nothingInPart: (days, part) =>
      `L’histoire n’a aucun événement d’heure connue à ce moment de la journée : ${days}, ${part}.`,
    atAGlance: "En un coup d’œil",
  },

  quote: {
    ofMembers: "Propos de ses membres…",
    title: (name) => `Citation : ${within(name)}`,
    reportedTitle: (name) => `Propos rapportés ${of(name)}`,
    kind: {
      verbatim: "mots exacts",
      "press-translation": "traduction de presse",
      reported: "propos rapportés",
      rejected: "pas une citation",
    },
    ourTranslation: "notre traduction",
    pressTranslation: (source) => `traduction : ${source}`,
    original: "en version originale",
    rejectedTitle: (name) => `Mots sans preuve : ${within(name)} ?`,
    unproven: (name) => `Rien ne prouve ${that(name)} ait dit ces mots.`,
    why: "Pourquoi",
    caution: "À savoir",
    proof: "Source",
    when: "Quand",
    where: "Où",
    another: "Une autre citation",
    anotherDoubtful: "D’autres propos douteux",
    all: (n) => `Citations (${n})`,
    random: "Une citation au hasard",
    ofSomebodyElse: "Quelqu’un d’autre, au hasard",
    doubtful: (n) => `Propos douteux (${n})`,
    event: "L’événement",
    speaker: "Qui parle",
    place: (n, all) => `${n} sur ${all}`,
    none: (name) => `L’histoire ne garde aucune citation ${of(name)}.`,
    noneAbout: (name, about) => `L’histoire ne garde aucune citation ${of(name)} sur ${about}.`,
    nobodyAbout: (about) => `L’histoire ne garde aucun mot sur ${about}.`,
  },

  source: {
    settled: (text) => `Ce qui est établi : ${text}`,
    unsettled: "Rien ne permet de trancher.",
    series: (text) => `Au fil du temps : ${text}`,
    page: (page, pages) => `récits, page ${page} sur ${pages}`,
    nextPage: "Récits suivants ▼",
    pageBefore: "Récits précédents ▲",
    nextSources: "Sources suivantes ▼",
    sourcesBefore: "Sources précédentes ▲",
    day: (day) => `◀ ${day}`,
    alike: "Pas celui-ci ? Tout près…",
    quotes: (n) => `Citations (${n})`,
    ahead: "écrit avant les faits",
    wordsIn: { fr: "en français", en: "en anglais" },
  },

  person: {
    kind: { person: "personne", organisation: "organisation", group: "groupe" },
    roles: "Fonctions",
    since: ({ text, day }) => (day ? `depuis le ${text}` : `depuis ${text}`),
    until: ({ text, day }) => (day ? `jusqu’au ${text}` : `jusqu’en ${text}`),
    during: (from, to) => `${from.day ? `du ${from.text}` : of(from.text)} ${to.day ? "au" : "à"} ${to.text}`,
    events: "L’essentiel",
    sources: "Le portrait s’appuie sur",
    sourcesOf: (name) => `${name} : qui dit quoi`,
    allSources: (n) => `Sources (${n})`,
    portrait: "◀ Portrait",
    open: "Qui est-ce ? Ouvrir un portrait…",
  },

  aboutStory: {
    holds: "Ce que contient l’histoire",
    people: (n) => count(n, "personne ou organisation", "personnes et organisations"),
    topics: (n) => count(n, "question expliquée", "questions expliquées"),
    disputes: (n) => count(n, "point où les récits divergent", "points où les récits divergent"),
    marks: "Comment la lire",
    marksText: (marks) =>
      `${marks}\nChaque phrase s’appuie sur une source ; quand les sources divergent, toutes sont montrées.`,
    documents: "D’où elle vient",
    allSources: (n) => `Les ${n} sources`,
    sourcesTitle: "Les sources de l’histoire",
    page: (page, pages) => `page ${page} sur ${pages}`,
    back: "◀ À propos",
    privacy: "Vie privée",
    privacyText: (reset) =>
      `Pour chaque serveur, je garde ses réglages, jusqu’à \`${reset}\`. Les recherches restent en mémoire, par serveur, sans le nom de qui les fait, au plus tard jusqu’à mon redémarrage ; en message privé, par membre. Pour que personne ne me submerge et que rien ne reçoive deux réponses, je retiens en mémoire combien de fois chaque membre m’a sollicité récemment, et les identifiants des interactions récentes. Je ne lis un message que si quelqu’un le fait vérifier, et je n’en garde rien. Je ne garde ni noms ni messages.`,
    licence: "Licence",
    licenceText: (story) => `Code du bot : MIT. ${story}`,
  },

  help: {
    title: "Ce que je sais faire",
    ask: "Tapez / puis l’un de ces noms, puis ce qui est nommé derrière ; ce qui est entre [crochets] est facultatif. Toutes les orthographes sont permises ; je propose au fil de la frappe.",
    inMenu: (name) => `${name} — dans le menu d’un message, sous Applications`,
    inMenuText:
      "Montre, pour vous uniquement, les événements, citations et points contestés de l’histoire que touche le message, avec leurs sources.",
    managers: "pour qui peut gérer le serveur",
    subcommands: (names) => `puis, au choix : ${names}`,
    required: "obligatoire",
    optional: "facultatif",
    choices: (names) => `au choix : ${names}`,
    noOptions: "Sans option.",
    open: "Une commande en détail…",
    all: "◀ Toutes les commandes",
  },

  check: {
    title: "Ce message et l’histoire",
    verdict: {
      verbatim: (name) => `✔ Mots exacts ${of(name)}`,
      "press-translation": (name) => `✔ Mots ${of(name)}, traduits par la presse`,
      reported: (name) => `◐ Propos ${of(name)} rapportés par d’autres`,
      rejected: (name) => `⚠ Mots sans preuve : rien ne montre ${that(name)} ait dit cela`,
    },
    near: (name) => `≈ Proche de mots ${of(name)}`,
    misattributed: (name) => `⚠ Mal attribué : ces mots sont ${of(name)}`,
    named: (named, name) =>
      `Le message nomme ${within(named)} ; selon les sources, ces mots sont ${of(name)}.`,
    recorded: "Les mots attestés :",
    events: "Événements",
    moreEvents: "Événements, suite",
    contradiction: {
      otherDay: "⚠ le message lui donne un autre jour",
      otherDoers: "⚠ l’histoire l’attribue à d’autres",
      denied: "⚠ le message dit que cela n’a pas eu lieu",
    },
    others: (n) =>
      `+ ${count(n, "autre événement", "autres événements")} : vérifiez une partie du message pour en voir plus`,
    disputed: "⚖ Des récits divergent sur des détails : ouvrez un événement pour voir comment",
    onlyNames:
      "Ce message nomme quelqu’un de l’histoire, mais je n’y trouve ni citation connue, ni événement, ni point contesté.",
    openEvent: "Ouvrir un événement…",
    openQuote: "Ouvrir une citation…",
    nothing:
      "Je ne trouve rien de l’histoire dans ce message : ni citation connue, ni événement, ni point contesté. Cela ne le rend ni vrai ni faux.",
    empty: "Ce message n’a pas de texte que je puisse vérifier.",
  },

  settings: {
    title: "Réglages de ce serveur",
    language: "Langue des réponses publiques",
    followsDiscord: "celle de Discord",
    languages: { fr: "français", en: "anglais" },
    zone: "Fuseau horaire",
    zoneOfStory: (zone) => `${zone} (celui de l’histoire)`,
    answers: "Réponses",
    visibility: {
      public: "publiques : tout le salon les voit",
      private: "privées : visibles de la seule personne qui demande, qui peut les partager",
    },
    commands: "Commandes",
    on: (names) => `actives : ${names}`,
    off: (names) => `désactivées : ${names}`,
    note: "Gardés jusqu’au prochain changement.",
    done: {
      language: "✔ La langue est changée.",
      zone: "✔ Le fuseau horaire est changé.",
      answers: "✔ La façon de répondre est changée.",
      on: (command) => `✔ La commande ${command} est activée.`,
      off: (command) => `✔ La commande ${command} est désactivée.`,
      reset: "✔ Tout est revenu aux valeurs par défaut, et les recherches de ce serveur sont oubliées.",
    },
    wrong: {
      language: (typed) => `${typed} n’est pas une langue que je parle.`,
      zone: (typed) =>
        `Je ne connais ni ville ni fuseau horaire sous ce nom : ${typed}. Essayez une grande ville, comme Montréal ou Tokyo, ou un fuseau écrit comme \`Europe/Paris\` ; le menu en propose.`,
      severalZones: (typed) => `Plusieurs fuseaux horaires s’appellent ${typed}. Lequel voulez-vous ?`,
      answers: (typed) => `Les réponses ne peuvent pas être ${typed}.`,
      command: (typed) => `Je n’ai pas de commande ${typed} à activer ou à désactiver.`,
      state: (typed) => `Une commande ne peut pas être ${typed}.`,
    },
    right: (values) => `Valeurs possibles : ${values}.`,
    openZone: "Choisir un fuseau…",
    onlyInServers: "Les réglages sont ceux d’un serveur : utilisez cette commande dans un serveur.",
    notAllowed:
      "Seuls les membres qui peuvent gérer ce serveur (permission « Gérer le serveur ») voient et changent ses réglages.",
  },

  ask: {
    notInStory: (typed) =>
      `Pas dans cette histoire : rien de ce qu’elle contient ne répond à la question ${typed}. Voici ce qui s’en approche le plus.`,
    notOnDays: (days) =>
      `Pas dans cette histoire : elle ne dit rien à cette date (${days}). Voici ce qui s’en approche le plus.`,
    notSaidOf: (names) =>
      `Pas dans cette histoire : elle ne le dit pas ${names.map(of).join(" ni ")}. Ce qu’elle en raconte est en tête du menu.`,
    restsOn: "Sources",
    whoSays: "Qui le dit",
    says: (text, source) => `• ${text} — ${source}`,
    whoSaysWhat: "Qui dit quoi",
    answer: "◀ Réponse",
    eventInFull: "L’événement en entier",
    allAccounts: (n) => `Tous les récits (${n})`,
    portrait: "Portrait et événements",
    otherDays: (n) => `+ ${count(n, "autre jour", "autres jours")}`,
    allDays: "Tous ces jours",
    wholeDay: (day, n) => `${day} : ${count(n, "événement", "événements")}`,
    hint: "Posez-moi une question sur cette histoire, avec vos mots : qui, quand, pourquoi, combien, qui a dit quoi. Par exemple : « Résume l’histoire » ou « Que s’est-il passé lundi ? »",
    sourcesHint:
      "Chaque réponse nomme ses sources, avec un lien quand il y en a un. Demandez « Quelle est la source de… ? », ou voyez-les toutes :",
    nothingThen: (part) => `À ce moment de la journée (${part}), aucun événement n’a d’heure connue.`,
    withoutProof: (name) => `⚠ sans preuve : ${name}`,
    further: "Près de votre question…",
  },

  miss: {
    day: (typed) =>
      `Je ne trouve aucun jour dans ${typed}. Essayez « lundi », « 20 novembre », « week-end », ou l’un de ceux-ci :`,
    noSuchMonth: "Cette date n’existe pas : une année a 12 mois. Vouliez-vous dire un autre jour ?",
    relation: (typed) =>
      `${typed} quoi ? Ajoutez un jour, comme « avant vendredi » ou « après le 20 novembre », ou prenez l’un de ceux-ci :`,
    noSuchDate: (day, month, days) =>
      `Le ${day} ${month} n’existe pas : ce mois a ${days} jours. Vouliez-vous dire un autre jour ?`,
    person: (typed) => `Je ne trouve personne sous ce nom dans l’histoire : ${typed}. Vouliez-vous dire :`,
    event: (typed) =>
      `Je ne trouve aucun événement sous ce nom dans l’histoire : ${typed}. Vouliez-vous dire :`,
    nearest: "Les plus proches…",
    unknownPerson: (typed) =>
      `L’histoire ne connaît personne sous ce nom : ${typed}. Ceux dont elle parle le plus sont dans le menu.`,
    unknownEvent: (typed) =>
      `L’histoire ne connaît aucun événement sous ce nom : ${typed}. Les plus marquants sont dans le menu.`,
    mostPeople: "Ceux dont l’histoire parle le plus…",
    mostEvents: "Les événements les plus marquants…",
  },

  picture: {
    about: "vers",
    until: (day) => `au ${day}`,
    shown: (shown, all) => `${shown} sur ${all}`,
    moreDays: (n) => `+ ${count(n, "autre jour", "autres jours")} dans la liste`,
    reading: (home, scene, differ) =>
      `Heures ${of(home)}${scene ? `, ${of(scene)} entre parenthèses` : ""} ; confirmé sauf mention contraire${differ ? ` ; ${differ} : récits divergents` : ""}.`,
    day: (day, events) => `${day} : ${events.join(" ; ")}.`,
    source: (source) => `Source : ${source}`,
    asPicture: "En image",
    asText: "En texte",
    impossible: "Je ne peux pas dessiner ou envoyer l’image ici : voici le texte.",
  },

  prompt: {
    noToken: "Pas de DISCORD_TOKEN : voici le bot sur un Discord à lui, sur cette machine seulement.",
    page: (address) => `Il a une page, à ouvrir dans un navigateur : ${address}`,
    portTaken: (port) => `Le port ${port} est pris : c’est le suivant qui sert.`,
    noTerminal: "Pas de terminal non plus : il reste en marche jusqu’à ce qu’on l’arrête (SIGTERM).",
    welcome:
      "Tapez une commande, comme /chronologie jour:lundi. Tab propose, !nom presse un bouton ou choisit dans un menu, /quit quitte.",
    nothing: "Rien à proposer ici.",
    private: "Vous seul voyez ceci",
    thinking: "Le bot réfléchit…",
    picture: "image",
  },

  failure: {
    broken: (reference) =>
      `Quelque chose s’est mal passé de mon côté. Réessayez ; si cela dure, donnez cette référence : ${reference}`,
    notKept: (reference) =>
      `L’enregistrement n’a pas abouti et rien n’a changé. Réessayez plus tard ; si cela dure, donnez cette référence : ${reference}`,
    tooQuick: "Un instant, je n’arrive pas à suivre ! Patientez quelques secondes, puis reposez la question.",
    tooOld: "Ce bouton vient d’une version plus ancienne. Reposez la question avec une commande.",
  },
} satisfies Messages;
