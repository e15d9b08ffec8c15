import { describe, expect, it } from '@jest/globals';
import { correct, everywhere, report, rubric } from './testing/reports.js';
import type { Did } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const [kept, cases, other] = [
  'hidden.py::test_kept',
  'hidden.py::test_cases',
  'hidden.py::test_other',
] as const;
const given = rubric({
  mode: 'code',
  variants: [correct('reference'), correct('kolkata')],
  hiddenTests: [
    { id: kept, weight: 1 },
    { id: cases, weight: 2 },
    { id: other, weight: 1 },
  ],
});
const collected = [kept, `${cases}[1]`, `${cases}[2]`, other];
const scoreWith = (otherwise: Record<string, Record<string, Did>>, tests = collected) =>
  verdictOf(given, report(everywhere(given, tests, otherwise)), { queued: 0 });

describe("mode code's score", () => {
  it.each<{ rule: string; otherwise: Record<string, Record<string, Did>>; score: number }>([
    { rule: 'all for all hidden tests', otherwise: {}, score: 1 },
    {
      rule: 'less by the weight of one that fails',
      otherwise: { reference: { [kept]: 'assertion' } },
      score: 0.75,
    },
    {
      rule: 'less when it fails in one environment only',
      otherwise: { kolkata: { [kept]: 'exception' } },
      score: 0.75,
    },
    {
      rule: 'nothing for a test one of whose cases fails',
      otherwise: { kolkata: { [`${cases}[2]`]: 'assertion' } },
      score: 0.5,
    },
    { rule: 'nothing for one that was skipped', otherwise: { reference: { [other]: 'skip' } }, score: 0.75 },
  ])('is $rule', ({ otherwise, score }) => {
    expect(scoreWith(otherwise)).toMatchObject({ state: 'graded', score, points: score * 10 });
  });

  it('counts a hidden test that disappeared', () => {
    expect(scoreWith({}, [kept, `${cases}[1]`])).toMatchObject({ score: 0.75 });
  });

  it('counts no test but the hidden ones', () => {
    const verdict = scoreWith({ reference: { [kept]: 'assertion' } }, [
      ...collected,
      'test_own.py::test_own',
      `${other}_than_that`,
    ]);
    expect(verdict.score).toBe(0.75);
    expect(verdict.tests.map(({ id }) => id)).toEqual(collected);
  });

  it('is null when the code cannot be imported, which is said', () => {
    const failures = [
      { file: 'hidden.py', reason: 'import-error' as const, message: 'No module named pipeline' },
    ];
    const verdict = verdictOf(given, report({ reference: { failures }, kolkata: { failures } }), {
      queued: 0,
    });
    expect(verdict).toMatchObject({ state: 'rejected', reason: 'import-error', score: null });
    expect(verdict.message).toContain('hidden.py: No module named pipeline');
  });
});
