const rounded = (value: number, digits: number) => {
  const factor = 10 ** digits;
  // 0.1435 of 10 points is 1.4349999999999998 in binary, and 1.435 to everyone who checks it.
  return Math.round(value * factor * (1 + 4 * Number.EPSILON)) / factor;
};

/**
 * A share of a whole, 0 to 1, to 4 digits. 1 only when nothing is missing: rounding gives no full marks.
 * What is below 0 is 0.
 */
export function share(exact: number): number {
  // Weights are decimals: 0.1 + 0.2 must still be all of 0.3.
  if (exact > 1 - 1e-9) return 1;
  return Math.min(rounded(Math.max(0, exact), 4), 0.9999);
}

/** Points to 2 digits, from the rounded score, so that a reader of the verdict gets the same figure. */
export const pointsFor = (score: number, maxPoints: number): number => rounded(score * maxPoints, 2);

/** Seconds to the millisecond. */
export const toMilliseconds = (seconds: number): number => rounded(seconds, 3);
