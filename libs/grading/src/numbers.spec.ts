import { describe, expect, it } from '@jest/globals';
import { pointsFor, share, toMilliseconds } from './numbers.js';

describe('a share', () => {
  it.each([
    [1, 3, 0.3333],
    [2, 3, 0.6667],
    [0.1 + 0.2, 0.3, 1],
    [0.3, 0.1 + 0.2, 1],
    [0.7 + 0.1, 1, 0.8],
    [99_999, 100_000, 0.9999],
    [0, 5, 0],
    [-1, 5, 0],
    [-0, 5, 0],
  ])('of %d in %d is %d', (part, whole, expected) => {
    expect(share(part / whole)).toBe(expected);
  });
});

describe('points', () => {
  it.each([
    [0.3333, 10, 3.33],
    [0.6667, 10, 6.67],
    [0.1, 3, 0.3],
    [1, 7.5, 7.5],
    [0.1435, 10, 1.44],
    [0.2345, 50, 11.73],
    [0.5, 0.01, 0.01],
  ])('for %d of %d are %d', (score, max, expected) => {
    expect(pointsFor(score, max)).toBe(expected);
  });
});

describe('seconds', () => {
  it('have milliseconds', () => {
    expect(toMilliseconds(1.23456)).toBe(1.235);
  });
});
