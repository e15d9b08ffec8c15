import { expect, it } from '@jest/globals';
import { reopenAfter } from './reopening.js';

it.each([
  [1, 1000, 2000],
  [2, 2000, 4000],
  [3, 4000, 8000],
  [5, 15_000, 30_000],
  [50, 15_000, 30_000],
])(
  'after %d failures a stream is opened again between %d and %d milliseconds later',
  (failures, from, to) => {
    expect(reopenAfter(failures, 0)).toBe(from);
    expect(reopenAfter(failures, 1)).toBe(to);
  },
);
