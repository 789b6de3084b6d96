/** Why something that a member did was not sent or not answered, in English; `fr` has the same keys. */
const en = {
  lineBegins: (example: string | null) =>
    `A line begins with / for a command${example ? `, for example ${example}` : ""}, ?/ for suggestions, ! for a button, > for a message command.`,
  noCommand: (name: string) => `There is no command “/${name}”.`,
  commandsAre: (names: string) => `There are: ${names}.`,
  noCommandSeen: "The bot has registered none that you see here.",
  needsOneOf: (command: string, names: string) => `/${command} needs one of: ${names}.`,
  write: (line: string) => `Write: ${line}`,
  noMessageCommand: (name: string) => `There is no message command “${name}”.`,
  needsSubcommand: (command: string) => `/${command} needs a subcommand.`,
  noOptions: (command: string) => `/${command} takes no options.`,
  optionTwice: (option: string) => `The option “${option}” is given twice.`,
  noOption: (command: string, option: string) => `/${command} has no option “${option}”.`,
  optionRequired: (option: string) => `The option “${option}” is required.`,
  mustBeOneOf: (option: string, names: string) => `“${option}” must be one of: ${names}.`,
  takesCharacters: (option: string, least: number, most: number) =>
    `“${option}” takes ${least > 0 ? `${least} to` : "at most"} ${most} characters.`,
  wholeNumber: (option: string) => `“${option}” must be a whole number.`,
  number: (option: string) => `“${option}” must be a number.`,
  outOfBounds: (option: string) => `“${option}” is out of its bounds.`,
  trueOrFalse: (option: string) => `“${option}” must be true or false.`,
  cannotBeTyped: (option: string) => `“${option}” is of a type that cannot be typed here.`,
  messageGone: "This message is no longer there.",
  noAnswerYet: "There is no answer yet whose buttons could be pressed.",
  noButton: (label: string, others: string) =>
    `The last answer has no button “${label}”. ${others ? `It has: ${others}` : "It has none."}`,
  isLink: (label: string, url: string) => `“${label}” is a link: ${url}`,
  notOnMessage: (id: string) => `There is no “${id}” on this message.`,
  disabled: (label: string) => `“${label}” is disabled.`,
  isNoButton: (id: string) => `“${id}” is no button.`,
  isNoMenu: (id: string) => `“${id}” is no menu of entries.`,
  pick: (least: number, most: number) => `Pick ${least} to ${most} entries.`,
  noEntry: (value: string) => `The menu has no entry “${value}”.`,
  notConnected: "The application did not respond: it is not connected.",
  noResponse: "The application did not respond",
  promiseNotKept: "The application promised an answer and did not give it",
};

/** Such reasons in one language. */
export type Reasons = typeof en;

const fr: Reasons = {
  lineBegins: (example) =>
    `Une ligne commence par / pour une commande${example ? `, par exemple ${example}` : ""}, ?/ pour des suggestions, ! pour un bouton, > pour une commande de message.`,
  noCommand: (name) => `Il n’y a pas de commande « /${name} ».`,
  commandsAre: (names) => `Il existe : ${names}.`,
  noCommandSeen: "Le bot n’en a enregistré aucune que vous voyiez ici.",
  needsOneOf: (command, names) => `/${command} se complète par l’un de ces mots : ${names}.`,
  write: (line) => `Écrivez : ${line}`,
  noMessageCommand: (name) => `Il n’y a pas de commande de message « ${name} ».`,
  needsSubcommand: (command) => `/${command} demande une sous-commande.`,
  noOptions: (command) => `/${command} ne prend pas d’option.`,
  optionTwice: (option) => `L’option « ${option} » est donnée deux fois.`,
  noOption: (command, option) => `/${command} n’a pas d’option « ${option} ».`,
  optionRequired: (option) => `L’option « ${option} » est obligatoire.`,
  mustBeOneOf: (option, names) => `« ${option} » attend l’une de ces valeurs : ${names}.`,
  takesCharacters: (option, least, most) =>
    `« ${option} » prend ${least > 0 ? `de ${least} à` : "au plus"} ${most} caractères.`,
  wholeNumber: (option) => `« ${option} » doit être un nombre entier.`,
  number: (option) => `« ${option} » doit être un nombre.`,
  outOfBounds: (option) => `« ${option} » est hors de ses bornes.`,
  trueOrFalse: (option) => `« ${option} » doit être true ou false.`,
  cannotBeTyped: (option) => `« ${option} » est d’un type qui ne se tape pas ici.`,
  messageGone: "Ce message n’est plus là.",
  noAnswerYet: "Il n’y a pas encore de réponse dont presser un bouton.",
  noButton: (label, others) =>
    `La dernière réponse n’a pas de bouton « ${label} ». ${others ? `On y trouve : ${others}` : "Elle n’en a aucun."}`,
  isLink: (label, url) => `« ${label} » est un lien : ${url}`,
  notOnMessage: (id) => `Il n’y a pas de « ${id} » sur ce message.`,
  disabled: (label) => `« ${label} » est désactivé.`,
  isNoButton: (id) => `« ${id} » n’est pas un bouton.`,
  isNoMenu: (id) => `« ${id} » n’est pas un menu.`,
  pick: (least, most) => `Choisissez de ${least} à ${most} entrées.`,
  noEntry: (value) => `Le menu n’a pas d’entrée « ${value} ».`,
  notConnected: "L’application n’a pas répondu : elle n’est pas connectée.",
  noResponse: "L’application n’a pas répondu",
  promiseNotKept: "L’application a promis une réponse et ne l’a pas donnée",
};

/** The reasons in the language of a locale; in English unless it is French. */
export function reasonsIn(locale: string): Reasons {
  return locale.startsWith("fr") ? fr : en;
}
