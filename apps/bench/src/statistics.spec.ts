import { describe, expect, it } from '@jest/globals';
import { median, percentile, ratios, spread } from './statistics.js';

describe('the median', () => {
  it('is the value in the middle, in whatever order they came', () => {
    expect(median([9, 1, 5])).toBe(5);
  });
  it('is the mean of the two in the middle', () => {
    expect(median([4, 1, 3, 100])).toBe(3.5);
  });
  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, n) => 100 - n);
  it('is a value that was measured, with that share of all at or below it', () => {
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile([1, 2, 3], 0.95)).toBe(3);
    expect(percentile([7], 0.5)).toBe(7);
  });
});

it('tells the least and the most beside the median', () => {
  expect(spread([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
});

describe('ratios', () => {
  it('compare what was measured in the same round', () => {
    expect(ratios([10, 40], [5, 10])).toEqual([2, 4]);
  });
  it('leave out rounds in which one is missing', () => {
    expect(ratios([10, 40], [5])).toEqual([2]);
    expect(ratios([10], [0])).toEqual([]);
  });
});
