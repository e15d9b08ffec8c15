import { describe, expect, it } from '@jest/globals';
import { verdictSchema } from '@lakeproof/contracts';
import { everywhere, mutant, report, rubric } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const queued = { queued: 0.04 };
const t = 'test_orders.py::test_one';
const u = 'test_orders.py::test_two';

describe('a suite that catches some bugs', () => {
  const given = rubric();
  const verdict = verdictOf(
    given,
    report(everywhere(given, [t, u], { 'bug-a': { [t]: 'assertion' }, other: { [u]: 'exception' } })),
    queued,
  );

  it('is graded by the share of bugs its valid tests caught, less what its false alarm costs', () => {
    // One of two bugs, and one of three runs of correct versions: 1/2 - 1/3.
    expect(verdict).toMatchObject({
      state: 'graded',
      reason: null,
      score: 0.1667,
      points: 1.67,
      maxPoints: 10,
      message: null,
    });
  });

  it('tells valid tests from false alarms', () => {
    expect(verdict.tests).toEqual([
      { id: t, valid: true, falseAlarmOn: [] },
      { id: u, valid: false, falseAlarmOn: ['other'] },
    ]);
  });

  it('tells what became of each variant, in the order of the rubric', () => {
    expect(verdict.variants).toEqual([
      { name: 'reference', kind: 'correct', concept: null, outcome: 'passed', caughtBy: [], cause: null },
      { name: 'other', kind: 'correct', concept: null, outcome: 'rejected', caughtBy: [], cause: null },
      {
        name: 'bug-a',
        kind: 'mutant',
        concept: 'nulls',
        outcome: 'caught',
        caughtBy: [t],
        cause: 'assertion',
      },
      { name: 'bug-b', kind: 'mutant', concept: 'nulls', outcome: 'survived', caughtBy: [], cause: null },
    ]);
  });

  it('has one cell for each test and variant, test by test', () => {
    expect(verdict.matrix.map(({ test, variant }) => [test, variant])).toEqual([
      ...['reference', 'other', 'bug-a', 'bug-b'].map((variant) => [t, variant]),
      ...['reference', 'other', 'bug-a', 'bug-b'].map((variant) => [u, variant]),
    ]);
    expect(verdict.matrix[2]).toEqual({
      test: t,
      variant: 'bug-a',
      outcome: 'failed',
      cause: 'assertion',
      seconds: 0.1,
      message: 'assertion on bug-a',
    });
  });

  it('carries the times', () => {
    expect(verdict.timing).toEqual({ queued: 0.04, started: 0.01, firstResult: 1.6, total: 9.8 });
  });

  it('fits the format, with the fields in its order', () => {
    expect(verdictSchema.parse(verdict)).toEqual(verdict);
    expect(Object.keys(verdict)).toEqual(Object.keys(verdictSchema.shape));
  });
});

describe('weights', () => {
  it.each([
    { weights: [3, 1], caught: ['bug-a'], score: 0.75, points: 7.5 },
    { weights: [0.1, 0.2], caught: ['bug-a', 'bug-b'], score: 1, points: 10 },
    { weights: [1, 2], caught: ['bug-a'], score: 0.3333, points: 3.33 },
    { weights: [1, 2], caught: ['bug-b'], score: 0.6667, points: 6.67 },
    { weights: [1, 2], caught: [], score: 0, points: 0 },
  ])('$weights with $caught caught score $score', ({ weights: [a = 0, b = 0], caught, score, points }) => {
    const plain = rubric();
    const given = rubric({
      variants: [
        ...plain.variants.slice(0, 2),
        mutant('bug-a', { weight: a }),
        mutant('bug-b', { weight: b }),
      ],
    });
    const kills = Object.fromEntries(caught.map((name) => [name, { [t]: 'assertion' as const }]));
    expect(verdictOf(given, report(everywhere(given, [t], kills)), queued)).toMatchObject({ score, points });
  });
});

describe('a suite without a valid test', () => {
  const given = rubric();
  const verdict = verdictOf(
    given,
    report(everywhere(given, [t], { reference: { [t]: 'assertion' }, 'bug-a': { [t]: 'assertion' } })),
    queued,
  );

  it('is graded 0, whatever failed on the bugs', () => {
    expect(verdict).toMatchObject({ state: 'graded', score: 0, points: 0 });
    expect(verdict.variants.slice(2).map(({ outcome }) => outcome)).toEqual(['survived', 'survived']);
  });

  it('says what rejected it', () => {
    expect(verdict.tests).toEqual([{ id: t, valid: false, falseAlarmOn: ['reference'] }]);
    expect(verdict.notes).toEqual([expect.stringContaining('No test passed on every correct version')]);
  });
});

describe('a run on the reference alone', () => {
  const given = rubric({ variants: rubric().variants.slice(0, 1) });

  it('is graded without a score: there was no bug to catch', () => {
    const verdict = verdictOf(given, report(everywhere(given, [t])), queued);
    expect(verdict).toMatchObject({ state: 'graded', score: null, points: null, maxPoints: 10 });
    expect(verdict.tests).toEqual([{ id: t, valid: true, falseAlarmOn: [] }]);
  });
});

describe('a deadline that passes after the correct versions', () => {
  const given = rubric();
  const runs = everywhere(given, [t], { 'bug-a': { [t]: 'assertion' } });

  it('leaves the verdict on what was seen', () => {
    const verdict = verdictOf(
      given,
      report({ ...runs, 'bug-b': { unfinished: [t], end: undefined } }, { kind: 'stopped', why: 'deadline' }),
      queued,
    );
    expect(verdict).toMatchObject({ state: 'graded', score: 0.5 });
    expect(verdict.variants[3]).toMatchObject({ name: 'bug-b', outcome: 'not-run' });
    expect(verdict.notes).toEqual([expect.stringContaining('1 bug was not tried')]);
  });

  it('counts a kill on a bug that was not finished', () => {
    const verdict = verdictOf(
      given,
      report(
        { ...runs, 'bug-b': { tests: { [t]: 'assertion' }, end: undefined } },
        { kind: 'stopped', why: 'deadline' },
      ),
      queued,
    );
    expect(verdict).toMatchObject({ state: 'graded', score: 1 });
  });

  it('calls a bug untried whose tests were never collected', () => {
    const runsWithout = report({ ...runs, 'bug-b': { end: 'timeout' } });
    const verdict = verdictOf(
      given,
      { ...runsWithout, collected: runsWithout.collected.filter(({ variant }) => variant !== 'bug-b') },
      queued,
    );
    expect(verdict.variants[3]).toMatchObject({ outcome: 'not-run' });
  });
});

describe('text from a sandbox', () => {
  it('is cut to 2,000 characters and can be stored', () => {
    const given = rubric();
    const raw = report(everywhere(given, [t]));
    const verdict = verdictOf(
      given,
      { ...raw, tests: raw.tests.map((test) => ({ ...test, message: `\u0000${'x'.repeat(1998)}😀tail` })) },
      queued,
    );
    const message = verdict.matrix[0]?.message ?? '';
    expect(message).toHaveLength(2000);
    expect(message.isWellFormed()).toBe(true);
    expect(message).not.toContain('\u0000');
  });
});
