import { describe, expect, it } from '@jest/globals';
import type { Verdict } from '@lakeproof/contracts';
import { differences, outcomeOf } from './outcome.js';

const verdict: Verdict = {
  state: 'graded',
  reason: null,
  score: 1 / 3,
  points: 3.33,
  maxPoints: 10,
  tests: [
    { id: 'test_a.py::a', valid: true, falseAlarmOn: [] },
    { id: 'test_a.py::b', valid: false, falseAlarmOn: ['kolkata'] },
    { id: 'test_a.py::c', valid: false, falseAlarmOn: [] },
  ],
  variants: [
    { name: 'reference', kind: 'correct', concept: null, outcome: 'passed', caughtBy: [], cause: null },
    {
      name: 'fan-out',
      kind: 'mutant',
      concept: 'joins',
      outcome: 'caught',
      caughtBy: ['test_a.py::a'],
      cause: 'assertion',
    },
    { name: 'null-lost', kind: 'mutant', concept: 'nulls', outcome: 'survived', caughtBy: [], cause: null },
  ],
  matrix: [],
  timing: { queued: 0, started: 0, firstResult: 1, total: 2 },
  message: null,
  notes: [],
};
const golden = { score: 0.333333, validTests: 1, falseAlarms: 1, caught: ['fan-out'] };

describe('the outcome of a submission', () => {
  it('is its score, its tests and the bugs it catches', () => {
    expect(outcomeOf(verdict)).toEqual(golden);
  });

  it('is the reason alone when it was not graded: how far it came depends on chance', () => {
    const rejected: Verdict = { ...verdict, state: 'rejected', reason: 'timeout', score: null };
    expect(outcomeOf(rejected)).toEqual({
      score: null,
      validTests: 0,
      falseAlarms: 0,
      caught: [],
      reason: 'timeout',
    });
  });
});

describe('comparing with golden.json', () => {
  it('says nothing about what is equal', () => {
    expect(differences('solution', golden, outcomeOf(verdict))).toEqual([]);
  });

  it('names each difference', () => {
    const seen = { score: 0.5, validTests: 2, falseAlarms: 0, caught: ['null-lost'] };
    expect(differences('samples/weak', golden, seen)).toEqual([
      'samples/weak: score: 0.5, golden is 0.333333',
      'samples/weak: valid tests: 2, golden is 1',
      'samples/weak: false alarms: 0, golden is 1',
      'samples/weak: no longer catches fan-out',
      'samples/weak: now catches null-lost too',
    ]);
  });

  it('says what became of one that is graded no more', () => {
    const seen = { score: null, validTests: 0, falseAlarms: 0, caught: [], reason: 'timeout' as const };
    expect(differences('solution', golden, seen)).toEqual(['solution: came to timeout, golden is 33 %']);
  });

  it('asks for a golden outcome where there is none', () => {
    expect(differences('samples/new', undefined, golden)).toEqual([
      'samples/new: has no golden outcome yet; it came to 33 %',
    ]);
  });
});
