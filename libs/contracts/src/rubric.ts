import type { Variant } from './variant.js';

/** What grading has to know of an exercise to turn a report into a verdict. */
export interface Rubric {
  readonly mode: 'tests' | 'code';
  readonly points: number;
  readonly variants: readonly Variant[];
}
