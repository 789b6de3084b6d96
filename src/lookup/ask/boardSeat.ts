import { fold } from "../../story/fold.ts";
import type { Person, Story } from "../../story/story.ts";
import type { EntryRef } from "../../story/entryRef.ts";
import type { StoryCalendar } from "../calendar.ts";
import type { AskIndex } from "./askIndex.ts";
import { isName, isPerson, nameOf, withConcepts } from "./concepts.ts";
import { answering, toldIn, verdictsOf } from "./decide.ts";
import type { Grammar } from "./grammar.ts";
import type { Concept, Lexicon } from "./lexicon.ts";
import type { Question } from "./understand.ts";
import { wordsOf } from "./words.ts";

/** The group of words.json for who is on a board. */
const DIRECTOR: Concept = "director";
/** And what else such a question may say. */
const SEAT: ReadonlySet<Concept> = new Set(["seat", "part-of"]);

type Role = Person["roles"][number];

/** The boards of a story, and who has ever sat on one. */
export interface Boards {
  /** Names of the story that are called a board. */
  boards: ReadonlySet<Concept>;
  /** Ids of the people with a role on a board. */
  members: ReadonlySet<string>;
}

/** Reads from the roles of people over time who was on a board; `implied` are the names that go without saying. */
export function boardsOf(
  { people }: Story,
  { concepts }: Pick<Lexicon, "concepts">,
  grammar: Grammar,
  implied: ReadonlySet<Concept>,
): Boards {
  const isBoard = (name: string) => grammar.isIn("board", fold(name).split(" "));
  const boards = new Set(
    [...people.values()]
      .filter(({ kind, aliases }) => kind !== "person" && aliases.some(isBoard))
      .map(({ id }) => nameOf(id)),
  );
  const isSeat = ({ title, organisation }: Role) => {
    const held = concepts(wordsOf(title.en), "en");
    const isDirector = held.includes(DIRECTOR) && implied.has(nameOf(organisation ?? ""));
    return isDirector || held.some((concept) => boards.has(concept));
  };
  const members = [...people.values()].filter(({ roles }) => roles.some(isSeat));
  return { boards, members: new Set(members.map(({ id }) => id)) };
}

/**
 * Whether somebody was on the board, and nothing else ("was Murati on the board?"), is answered by him where he ever had
 * a seat, with the time of it, and else by who sat there. Null for every other question.
 */
export function boardSeatAnswer(
  question: Question,
  index: AskIndex,
  calendar: StoryCalendar,
): EntryRef | null {
  const person = personOfSeat(question, index);
  if (person === null) return null;
  if (index.boards.members.has(person)) return { type: "person", id: person };
  const concepts = question.concepts.filter((concept) => concept !== nameOf(person));
  const asked = withConcepts(question, concepts);
  const whole = { ...asked, deeds: [], kinds: ["who" as const], asksWhether: false };
  const found = toldIn(answering(verdictsOf({ whole, clauses: [] }, index, calendar)));
  // What people ask of the board tells more of it than its own page.
  return found.find(({ type }) => type !== "person") ?? found[0] ?? null;
}

function personOfSeat(question: Question, { story, lexicon, implied, boards }: AskIndex): string | null {
  const { kinds, concepts, names } = question;
  const [person, ...others] = names.filter((id) => isPerson(id, story));
  if (kinds.length > 0 || person === undefined || others.length > 0) return null;
  const isOfBoard = (concept: Concept) => boards.boards.has(concept) || concept === DIRECTOR;
  const rest = concepts.filter((concept) => concept !== nameOf(person) && !lexicon.isLight(concept));
  const isAll = rest.every(
    (concept) => isOfBoard(concept) || SEAT.has(concept) || (isName(concept) && implied.has(concept)),
  );
  return isAll && rest.some(isOfBoard) ? person : null;
}
