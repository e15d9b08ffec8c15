import { describe, expect, it } from '@jest/globals';
import type { Cause, Verdict } from '@lakeproof/contracts';
import {
  alikeProblems,
  exemplarProblems,
  quizProblems,
  uncoveredConcepts,
  weakSampleProblems,
} from './rules.js';

/** A graded verdict in which each mutant is caught by the named tests. */
function graded(
  caughtBy: Record<string, string[]>,
  { score = 1, cause = 'assertion' }: { score?: number; cause?: Cause } = {},
): Verdict {
  return {
    state: 'graded',
    reason: null,
    score,
    points: score * 10,
    maxPoints: 10,
    tests: [...new Set(Object.values(caughtBy).flat())].map((id) => ({ id, valid: true, falseAlarmOn: [] })),
    variants: Object.entries(caughtBy).map(([name, tests]) => ({
      name,
      kind: 'mutant',
      concept: 'nulls',
      outcome: tests.length > 0 ? 'caught' : 'survived',
      caughtBy: tests,
      cause: tests.length > 0 ? cause : null,
    })),
    matrix: [],
    timing: { queued: 0, started: 0, firstResult: 1, total: 2 },
    message: null,
    notes: [],
  };
}

describe('an exemplar', () => {
  it('with full marks by assertions has no problem', () => {
    expect(exemplarProblems(graded({ a: ['t::1'], b: ['t::2'] }))).toEqual([]);
  });

  it('must catch every mutant: one it misses may be no bug at all', () => {
    expect(exemplarProblems(graded({ a: ['t::1'], b: [] }, { score: 0.5 }))).toEqual([
      'solution: scores 0.5 instead of 1',
      'b: the solution does not catch it; is it a correct version after all?',
    ]);
  });

  it('must catch by an assertion', () => {
    expect(exemplarProblems(graded({ a: ['t::1'] }, { cause: 'exception' }))).toEqual([
      'a: the solution catches it by exception only, not by an assertion',
    ]);
  });

  it('raises no false alarm', () => {
    const verdict = graded({ a: ['t::1'] });
    const tests = [...verdict.tests, { id: 't::flaky', valid: false, falseAlarmOn: ['kolkata'] }];
    expect(exemplarProblems({ ...verdict, tests })).toEqual([
      'solution: t::flaky is not valid, it fails on kolkata',
    ]);
  });

  it('is graded at all', () => {
    const rejected: Verdict = { ...graded({}), state: 'rejected', reason: 'timeout', message: 'Too slow.' };
    expect(exemplarProblems(rejected)).toEqual(['solution: is rejected (timeout): Too slow.']);
  });
});

describe('samples', () => {
  const outcome = (score: number | null) => ({ score, validTests: 1, falseAlarms: 0, caught: [] });

  it('hold a weak one', () => {
    const samples = new Map([
      ['solution', outcome(1)],
      ['samples/weak', outcome(0.25)],
    ]);
    expect(weakSampleProblems(samples)).toEqual([]);
  });

  it.each([
    ['none', []],
    ['an equally good one', [['samples/other', outcome(1)] as const]],
    ['a rejected one', [['samples/hostile', outcome(null)] as const]],
  ])('are too few with %s', (_, samples) => {
    expect(weakSampleProblems(new Map([['solution', outcome(0.5)], ...samples]))).toHaveLength(1);
  });
});

describe('a quiz', () => {
  const question = (id: string, concept: string) => ({ id, concept, text: id, choices: [] });
  const quiz = {
    concepts: ['nulls', 'joins'],
    questions: [question('one', 'nulls'), question('two', 'nulls')],
  };
  const outcome = (caught: string[]) => ({ score: 0.5, validTests: 2, falseAlarms: 0, caught });

  it('has a sample that gets each question wrong, and a question for each concept', () => {
    const outcomes = new Map([
      ['solution', outcome(['one', 'two'])],
      ['samples/weak', outcome(['one'])],
    ]);
    expect(quizProblems(quiz, outcomes)).toEqual([
      'one: every sample answers it right; add one that falls for a wrong choice',
      'exercise.json: promises the concept joins, but no question stands for it',
    ]);
    expect(
      quizProblems({ ...quiz, concepts: ['nulls'] }, outcomes.set('samples/other', outcome([]))),
    ).toEqual([]);
  });
});

describe('mutants that are alike', () => {
  const alike = new Map([
    ['solution', graded({ a: ['t::1'], b: ['t::1'], c: ['t::2'] })],
    ['samples/weak', graded({ a: [], b: [], c: [] })],
  ]);

  it('are found when every submission catches them by the same tests', () => {
    expect(alikeProblems(alike)).toEqual([expect.stringMatching(/^a and b: every submission/)]);
  });

  it('are none when one sample tells them apart', () => {
    const apart = new Map(alike).set('samples/weak', graded({ a: ['w::1'], b: [], c: [] }));
    expect(alikeProblems(apart)).toEqual([]);
  });

  it('may stay with a word why', () => {
    expect(alikeProblems(alike, [{ mutants: ['a', 'b'], why: 'two accidents with one cure' }])).toEqual([]);
  });

  it('need no word when they are told apart: it would hide the next pair', () => {
    expect(
      alikeProblems(alike, [
        { mutants: ['a', 'b'], why: 'two accidents with one cure' },
        { mutants: ['a', 'c'], why: 'an outdated explanation' },
      ]),
    ).toEqual(['golden.json: "alike" names a and c, which some submission tells apart']);
  });
});

describe('concepts', () => {
  it('without a mutant are named', () => {
    expect(uncoveredConcepts(['nulls', 'joins'], ['nulls', 'nulls'])).toEqual(['joins']);
  });
});
