import { describe, expect, it } from '@jest/globals';
import { falseAlarmCost, falseAlarmCostInWords } from './false-alarms.js';

const alarm = { falseAlarmOn: ['kolkata', 'anti-join'] };
const quiet = { falseAlarmOn: [] };
const versions = (correct: number, bugs: number) => [
  ...Array.from({ length: correct }, () => ({ kind: 'correct' as const })),
  ...Array.from({ length: bugs }, () => ({ kind: 'mutant' as const })),
];

describe('what false alarms cost', () => {
  it('is a part of all points for each such test, one part for each run of a correct version', () => {
    expect(falseAlarmCost([alarm, quiet, alarm], versions(5, 8))).toEqual({ count: 2, runs: 6 });
  });

  it('is nothing without one', () => {
    expect(falseAlarmCost([quiet], versions(5, 8))).toBeUndefined();
  });

  it('is nothing where there is no bug to catch', () => {
    expect(falseAlarmCost([alarm], versions(1, 0))).toBeUndefined();
  });

  it.each([
    [1, '1 false alarm costs 1/6 of the points'],
    [3, '3 false alarms cost 3/6 of the points'],
    [6, '6 false alarms cost all points'],
    [9, '9 false alarms cost all points'],
  ])('of %d is said in words', (count, words) => {
    expect(falseAlarmCostInWords({ count, runs: 6 })).toBe(words);
  });
});
