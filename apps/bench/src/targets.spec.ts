import { describe, expect, it } from '@jest/globals';
import { targetsOf } from './targets.js';

const figures = {
  ours: { matrixSeconds: [10, 20], firstResultSeconds: [1, 4], peakMiB: [900] },
  a: { matrixSeconds: [120, 220] },
  c: { matrixSeconds: [12, 24] },
};
const target = (what: string) => targetsOf(figures).find((found) => found.what === what);

describe('a target', () => {
  it('that asks for speed is reached by as much or more', () => {
    expect(target('times faster than (a)')).toMatchObject({ goal: '≥ 10', reached: true });
  });
  it('that sets a bound is missed above it', () => {
    const found = target('times the time of (c)');
    expect(found?.reached).toBe(false);
    expect(found?.measured.median).toBeCloseTo(0.8333);
  });
  it('is judged by the median and tells the spread', () => {
    expect(target('first result after submit')).toEqual({
      what: 'first result after submit',
      goal: '≤ 2.5 s',
      unit: 's',
      measured: { median: 2.5, least: 1, most: 4 },
      reached: true,
    });
  });
  it('of which nothing was measured is not there', () => {
    expect(target('times faster than (b)')).toBeUndefined();
    expect(targetsOf({})).toEqual([]);
  });
});
