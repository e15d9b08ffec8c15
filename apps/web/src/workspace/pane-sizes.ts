import { z } from 'zod';

const place = 'lakeproof:panes';
/** Shares of the width in percent: task, editor, results. */
const share = z.number().min(10).max(80);
const sizesSchema = z.tuple([share, share, share]);
type Sizes = z.infer<typeof sizesSchema>;

const defaultSizes: Sizes = [24, 38, 38];

/** How wide the person made the columns last time, on any exercise. */
export function loadSizes(): Sizes {
  try {
    return sizesSchema.parse(JSON.parse(localStorage.getItem(place) ?? 'null'));
  } catch {
    return defaultSizes;
  }
}

export function saveSizes(sizes: readonly (number | string)[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(sizes.map(Number)));
  } catch {
    // Next time they are as wide as ever.
  }
}
