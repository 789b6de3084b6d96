import { Matrix, solve } from "ml-matrix";
import { holds, textOfEntry, type ScoredQuestion } from "./askScoring.ts";
import { contendersOf, type Weights } from "./lookup/ask/decide.ts";
import { SIGN_NAMES, type Evidence, type Sign } from "./lookup/ask/evidence.ts";
import { logistic } from "./lookup/ask/logistic.ts";
import { read } from "./lookup/ask/read.ts";
import type { Lookups } from "./lookup/lookups.ts";

/** A match that was judged, and whether it is a right answer. */
export interface Example {
  evidence: Evidence;
  right: boolean;
  /** Of an entry of the story, or of a subject that it does not tell. */
  told: boolean;
}

/**
 * What the look-up would have to choose from, for each question. An entry is right when its answer holds all
 * that it must, and that the story does not tell it when no answer is expected.
 */
export function examplesOf(questions: readonly ScoredQuestion[], lookups: Lookups): Example[] {
  const { ask: index, story } = lookups;
  const calendar = lookups.calendar(story.about.zones.home);
  return questions.flatMap((question) => {
    const reading = read(question.q, question.lang, index, calendar);
    return contendersOf(reading, index, calendar)
      .filter(({ barred }) => !barred)
      .map(({ match: { entry }, evidence }) => ({
        evidence,
        told: entry.ref.type !== "untold",
        right:
          entry.ref.type === "untold"
            ? question.expected === "none"
            : question.expected === "answer" &&
              holds(textOfEntry(entry.ref, question.lang, lookups), question.must_contain),
      }));
  });
}

/** Keeps weights small where the examples tell little (ridge regression), in examples. */
const RIDGE = 3;
const STEPS = 25;

/** Learns the weights by logistic regression (Newton's method on standardised signs; the same examples give the same weights). */
export function fitted(examples: readonly Example[]): Weights {
  const scales = SIGN_NAMES.map((sign) =>
    scaleOf(
      sign,
      examples.map(({ evidence }) => evidence[sign]),
    ),
  );
  const rows = new Matrix(
    examples.map(({ evidence }) => [
      1,
      ...scales.map(({ sign, mean, spread }) => (evidence[sign] - mean) / spread),
    ]),
  );
  const rights = Matrix.columnVector(examples.map(({ right }) => Number(right)));
  const ridge = Matrix.diag([0, ...scales.map(() => RIDGE)]);
  let weights = Matrix.zeros(scales.length + 1, 1);
  for (let step = 0; step < STEPS; step += 1) weights = stepped(weights, rows, rights, ridge);
  const own = scales.map(({ sign, mean, spread }, n) => ({
    sign,
    mean,
    weight: weights.get(n + 1, 0) / spread,
  }));
  const shift = own.reduce((sum, { mean, weight }) => sum + weight * mean, 0);
  return {
    always: rounded(weights.get(0, 0) - shift),
    signs: Object.fromEntries(own.map(({ sign, weight }) => [sign, rounded(weight)])) as Evidence,
  };
}

function scaleOf(sign: Sign, values: readonly number[]): { sign: Sign; mean: number; spread: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { sign, mean, spread: Math.sqrt(variance) || 1 };
}

/** One step of Newton's method towards the most likely weights. */
function stepped(weights: Matrix, rows: Matrix, rights: Matrix, ridge: Matrix): Matrix {
  const likely = rows.mmul(weights).apply(function (n) {
    this.set(n, 0, logistic(this.get(n, 0)));
  });
  const bends = likely.to1DArray().map((one) => one * (1 - one));
  const turned = rows.transpose();
  const gradient = turned.mmul(Matrix.sub(likely, rights)).add(ridge.mmul(weights));
  const curvature = turned.mmul(rows.clone().mulColumnVector(bends)).add(ridge);
  return Matrix.sub(weights, solve(curvature, gradient));
}

function rounded(weight: number): number {
  return Number(weight.toFixed(3));
}
