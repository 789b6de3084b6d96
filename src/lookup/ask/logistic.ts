/** Makes a likelihood, between 0 and 1, of a sum of signs (https://en.wikipedia.org/wiki/Logistic_regression). */
export function logistic(sum: number): number {
  return 1 / (1 + Math.exp(-sum));
}
