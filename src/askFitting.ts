import { Matrix, solve } from "ml-matrix";
import { holds, textOfEntry, type ScoredQuestion } from "./askScoring.ts";
import { contendersOf, type BothWeights } from "./lookup/ask/decide.ts";
import { SIGN_NAMES, type Evidence } from "./lookup/ask/evidence.ts";
import { read } from "./lookup/ask/read.ts";
import type { Lookups } from "./lookup/lookups.ts";

/** A match that was judged, and whether it is a right answer. */
interface Example {
  evidence: Evidence;
  right: boolean;
  /** Of an entry of the story, or of a subject that it does not tell. */
  told: boolean;
}

/** What the look-up had to choose from for a question, beside that nothing answers. */
export interface Choice {
  examples: Example[];
  /** Whether it is right that nothing answers. */
  nothing: boolean;
}

/**
 * What the look-up has to choose from, for each question that teaches something. An entry is right when its answer
 * holds all that it must, and that the story does not tell it when no answer is expected.
 */
export function choicesOf(questions: readonly ScoredQuestion[], lookups: Lookups): Choice[] {
  const { ask: index, story } = lookups;
  const calendar = lookups.calendar(story.about.zones.home);
  return questions
    .map(({ q, lang, expected, must_contain: must }): Choice => {
      const nothing = expected === "none";
      const examples = contendersOf(read(q, lang, index, calendar), index, calendar)
        .filter(({ barred }) => !barred)
        .map(({ match: { entry }, evidence }): Example => {
          const { ref } = entry;
          if (ref.type === "untold") return { evidence, told: false, right: nothing };
          return { evidence, told: true, right: !nothing && holds(textOfEntry(ref, lang, lookups), must) };
        });
      return { examples, nothing };
    })
    .filter(({ examples, nothing }) => nothing || examples.some(({ right }) => right));
}

/** Keeps weights small where the examples tell little (ridge regression), in questions. */
const RIDGE = 5;
/** What always counts may be as large as it is, but not endless where there is nothing to tell it by. */
const SLIGHT = 0.01;
const STEPS = 30;

/** The weights of one kind of entry in a row of them all: that which always counts, and those of the signs. */
const WIDTH = SIGN_NAMES.length + 1;

/** What the look-up may choose: where its weights begin, what they are multiplied with, and whether it is right. */
interface Option {
  from: number;
  values: Float64Array;
  right: boolean;
}

/**
 * Learns the weights by multinomial logistic regression: of each question's options the right ones together shall be
 * likely. By Newton's method on standardised signs; the same choices give the same weights.
 */
export function fitted(choices: readonly Choice[]): BothWeights {
  const scales = scalesOf(choices.flatMap(({ examples }) => examples));
  const questions = choices.map(({ examples, nothing }) => ({
    nothing,
    options: examples.map(({ evidence, told, right }): Option => {
      const signs = scales.map(({ sign, mean, spread }) => (evidence[sign] - mean) / spread);
      return { from: told ? 0 : WIDTH, values: Float64Array.from([1, ...signs]), right };
    }),
  }));
  let weights = new Float64Array(2 * WIDTH);
  for (let step = 0; step < STEPS; step += 1) weights = stepped(weights, questions);
  const weightsFrom = (from: number) => {
    const own = scales.map(({ sign, mean, spread }, n) => {
      const weight = (weights[from + n + 1] ?? 0) / spread;
      return { sign, mean, weight };
    });
    const shift = own.reduce((sum, { mean, weight }) => sum + weight * mean, 0);
    return {
      always: rounded((weights[from] ?? 0) - shift),
      signs: Object.fromEntries(own.map(({ sign, weight }) => [sign, rounded(weight)])) as Evidence,
    };
  };
  return { told: weightsFrom(0), untold: weightsFrom(WIDTH) };
}

function scalesOf(examples: readonly Example[]) {
  return SIGN_NAMES.map((sign) => {
    const values = examples.map(({ evidence }) => evidence[sign]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    return { sign, mean, spread: Math.sqrt(variance) || 1 };
  });
}

/** One step of Newton's method towards the most likely weights; which of several right options it was is taken as known. */
function stepped(
  weights: Float64Array,
  questions: readonly { options: readonly Option[]; nothing: boolean }[],
): Float64Array<ArrayBuffer> {
  const gradient = new Float64Array(2 * WIDTH);
  const curvature = Matrix.zeros(2 * WIDTH, 2 * WIDTH);
  for (const { options, nothing } of questions) {
    const odds = options.map(({ from, values }) =>
      Math.exp(values.reduce((sum, value, n) => sum + value * (weights[from + n] ?? 0), 0)),
    );
    const all = odds.reduce((sum, one) => sum + one, 1);
    const right = odds.reduce((sum, one, n) => sum + (options[n]?.right ? one : 0), Number(nothing));
    const mean = new Float64Array(2 * WIDTH);
    for (const [n, { from, values, right: isRight }] of options.entries()) {
      const own = odds[n] ?? 0;
      const likely = own / all;
      const excess = likely - (isRight ? own / right : 0);
      for (let row = 0; row < WIDTH; row += 1) {
        const value = values[row] ?? 0;
        gradient[from + row] = (gradient[from + row] ?? 0) + excess * value;
        mean[from + row] = (mean[from + row] ?? 0) + likely * value;
        for (let column = 0; column < WIDTH; column += 1)
          addTo(curvature, from + row, from + column, likely * value * (values[column] ?? 0));
      }
    }
    for (let row = 0; row < 2 * WIDTH; row += 1)
      for (let column = 0; column < 2 * WIDTH; column += 1)
        addTo(curvature, row, column, -(mean[row] ?? 0) * (mean[column] ?? 0));
  }
  for (let n = 0; n < 2 * WIDTH; n += 1) {
    const ridge = n % WIDTH === 0 ? SLIGHT : RIDGE;
    gradient[n] = (gradient[n] ?? 0) + ridge * (weights[n] ?? 0);
    addTo(curvature, n, n, ridge);
  }
  const step = solve(curvature, Matrix.columnVector(gradient));
  return weights.map((weight, n) => weight - step.get(n, 0));
}

function addTo(matrix: Matrix, row: number, column: number, value: number): void {
  matrix.set(row, column, matrix.get(row, column) + value);
}

function rounded(weight: number): number {
  return Number(weight.toFixed(3));
}
