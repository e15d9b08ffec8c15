import { describe, expect, it } from '@jest/globals';
import {
  falseAlarmSentence,
  headlineOf,
  hiddenTestsHeadlineOf,
  runHeadlineOf,
  sublineOf,
  type Tally,
} from './verdict-words.js';

const tally = (over: Partial<Tally>): Tally => {
  const bugs = over.bugs ?? 8;
  const survived = over.survived ?? 2;
  return { bugs, survived, caught: bugs - survived, newer: 0, tests: 5, valid: 5, cost: undefined, ...over };
};

describe('the verdict in words', () => {
  it.each([
    [{}, '2 of 8 bugs would reach production'],
    [{ survived: 1 }, '1 of 8 bugs would reach production'],
    [{ survived: 0 }, 'No bug would reach production'],
    [{ survived: 8 }, 'All 8 bugs would reach production'],
    [{ bugs: 1, survived: 1 }, 'The bug would reach production'],
    [{ survived: 0, newer: 1 }, 'This verdict is newer than this page: reload it'],
  ])('%j', (over, words) => {
    expect(headlineOf(tally(over))).toBe(words);
  });

  it.each([
    [{}, 'Your 5 valid tests caught 6.'],
    [{ survived: 0, valid: 1 }, 'Your valid test caught all 8.'],
    [{ survived: 8 }, 'Your 5 valid tests caught none.'],
    [
      { valid: 4, cost: { count: 1, runs: 6 } },
      'Your 4 valid tests caught 6. 1 false alarm costs 1/6 of the points.',
    ],
    [
      { valid: 0, cost: { count: 5, runs: 6 }, survived: 8 },
      'No test passes on every correct version, so none can catch a bug.',
    ],
  ])('%j comes with its reason', (over, words) => {
    expect(sublineOf(tally(over))).toBe(words);
  });

  it('names the correct versions a false alarm rejects', () => {
    expect(falseAlarmSentence(['Correct version 2'], 4)).toBe(
      'Fails on correct version 2, so it catches nothing.',
    );
    expect(falseAlarmSentence(['Correct version 1', 'Correct version 3'], 4)).toBe(
      'Fails on correct versions 1 and 3, so it catches nothing.',
    );
    expect(falseAlarmSentence(['a', 'b', 'c'], 3)).toBe(
      'Fails on all 3 correct versions, so it catches nothing.',
    );
  });

  it('tells a run by the code one sees', () => {
    const where = 'on the code you see';
    const cell = (outcome: 'passed' | 'failed' | 'unknown') => ({
      test: 'a',
      variant: 'reference',
      outcome,
      cause: null,
      seconds: 0,
      message: '',
    });
    expect(runHeadlineOf([cell('passed'), cell('passed')], where)).toBe('2 tests pass on the code you see');
    expect(runHeadlineOf([cell('passed'), cell('unknown')], where)).toBe('1 test passes on the code you see');
    expect(runHeadlineOf([cell('passed'), cell('failed')], where)).toBe(
      '1 of 2 tests fails on the code you see',
    );
  });
});

describe('the verdict on code', () => {
  it.each([
    [0, 'No hidden test passes'],
    [1, '1 of 9 hidden tests passes'],
    [8, '8 of 9 hidden tests pass'],
    [9, 'All 9 hidden tests pass'],
  ])('with %s of 9 hidden tests', (passed, words) => {
    expect(hiddenTestsHeadlineOf(passed, 9)).toBe(words);
  });
});
