/** The value in the middle; of an even number of values the mean of the two. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return low === undefined || high === undefined ? NaN : (low + high) / 2;
}

/** The value below which a share of all lie: the smallest that is not less than `share` of them. NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  least: percentile(values, 0),
  most: percentile(values, 1),
});

/**
 * How many times as much `over` is as `under`, round by round: what slows a whole round down, on a machine
 * that others use too, then counts for both. A round that lacks one of the two counts for none.
 */
export function ratios(over: readonly number[], under: readonly number[]): number[] {
  return over.flatMap((value, round) => {
    const below = under[round];
    return below === undefined || below === 0 ? [] : [value / below];
  });
}
