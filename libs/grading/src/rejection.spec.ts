import { describe, expect, it } from '@jest/globals';
import { reasonSentence } from '@lakeproof/contracts';
import type { CollectionFailure, Reason, Report, Verdict } from '@lakeproof/contracts';
import { everywhere, report, rubric } from './testing/reports.js';
import type { Run } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const [t, u] = ['test_a.py::test_t', 'test_a.py::test_u'] as const;
const given = rubric();
const verdict = (runs: Record<string, Run>, end?: Report['end']) =>
  verdictOf(given, report(runs, end), { queued: 0 });
const fine = everywhere(given, [t, u], { 'bug-a': { [t]: 'assertion' } });

function expectRefusal(actual: Verdict, state: 'rejected' | 'failed', reason: Reason, place = '') {
  expect(actual).toMatchObject({ state, reason, score: null, points: null, maxPoints: 10 });
  expect(actual.message).toBe([reasonSentence[reason], place].filter(Boolean).join('\n'));
}

describe('a correct version that ends badly', () => {
  it.each<{ run: Run; reason: Reason; place: string }>([
    {
      run: { tests: { [t]: 'pass', [u]: 'timeout' }, end: 'timeout', message: 'after 20 s' },
      reason: 'timeout',
      place: `While ${u} ran. after 20 s`,
    },
    {
      run: { tests: { [t]: 'pass' }, unfinished: [u], end: 'timeout' },
      reason: 'timeout',
      place: `While ${u} ran.`,
    },
    {
      run: { unfinished: [t], end: 'exited', message: `exit code 3 while running ${t}` },
      reason: 'collection-error',
      place: `exit code 3 while running ${t}`,
    },
    {
      run: { unfinished: [t, u], end: 'exited', message: 'exit code 3' },
      reason: 'collection-error',
      place: `While ${t} ran. exit code 3`,
    },
    { run: { unfinished: [t], end: 'out-of-memory' }, reason: 'out-of-memory', place: `While ${t} ran.` },
    { run: { unfinished: [t], end: 'too-much-output' }, reason: 'too-much-output', place: `While ${t} ran.` },
    {
      run: { end: 'too-many-tests' },
      reason: 'collection-error',
      place: 'More tests than a sandbox takes. Use fewer parametrized cases.',
    },
    {
      run: { end: 'exited' },
      reason: 'collection-error',
      place: 'No test had started: look at what your files do when they are imported.',
    },
  ])('by $run.end rejects the submission and names the place', ({ run, reason, place }) => {
    for (const end of [{ kind: 'done' }, { kind: 'stopped', why: 'hopeless' }] as const)
      expectRefusal(verdict({ ...fine, other: run }, end), 'rejected', reason, place);
  });

  it('keeps what was seen, and concludes nothing about the bugs', () => {
    const actual = verdict(
      { ...fine, other: { tests: { [t]: 'pass' }, unfinished: [u], end: 'timeout' } },
      { kind: 'stopped', why: 'hopeless' },
    );
    expect(actual.matrix).toHaveLength(7);
    expect(actual.variants.map(({ outcome }) => outcome)).toEqual([
      'passed',
      'rejected',
      'not-run',
      'not-run',
    ]);
    expect(actual.variants.flatMap(({ caughtBy }) => caughtBy)).toEqual([]);
  });
});

describe('a bug that ends badly', () => {
  it.each(['timeout', 'exited', 'out-of-memory', 'too-much-output', 'too-many-tests'] as const)(
    'by %s rejects nothing',
    (end) => {
      expect(verdict({ ...fine, 'bug-b': { unfinished: [t, u], end } })).toMatchObject({
        state: 'graded',
        score: 0.5,
      });
    },
  );
});

describe('when no correct version collected a test', () => {
  const failure = (file: string, reason: CollectionFailure['reason']): CollectionFailure => ({
    file,
    reason,
    message: `in ${file}`,
  });
  const allWith = (run: Run) => Object.fromEntries(given.variants.map(({ name }) => [name, run]));

  it.each(['syntax-error', 'import-error', 'collection-error'] as const)(
    'the reason is its first failure: %s',
    (reason) => {
      const failures = [failure('test_a.py', reason), failure('test_b.py', 'collection-error')];
      expectRefusal(verdict(allWith({ failures })), 'rejected', reason, 'test_a.py: in test_a.py');
    },
  );

  it('and none failed, there are no tests', () => {
    expectRefusal(
      verdict(allWith({})),
      'rejected',
      'no-tests',
      'No file of yours holds a test pytest could collect.',
    );
  });

  it('the same holds when the host stopped after the first of them', () => {
    const failures = [failure('test_a.py', 'syntax-error')];
    const stopped = { kind: 'stopped', why: 'hopeless' } as const;
    expectRefusal(
      verdict({ other: { failures, end: undefined } }, stopped),
      'rejected',
      'syntax-error',
      'test_a.py: in test_a.py',
    );
  });
});

describe('when some files were collected', () => {
  it('the submission is graded, with a note on the others', () => {
    const failures = [{ file: 'test_b.py', reason: 'syntax-error' as const, message: 'line 3' }];
    const runs = Object.fromEntries(Object.entries(fine).map(([name, run]) => [name, { ...run, failures }]));
    const actual = verdict(runs);
    expect(actual).toMatchObject({
      state: 'graded',
      score: 0.5,
      notes: ['test_b.py was not collected: line 3'],
    });
    expect(actual.variants[0]).toMatchObject({ name: 'reference', outcome: 'rejected' });
  });
});

describe('a sandbox that was ended before the correct versions were', () => {
  const runs = { ...fine, other: { tests: { [t]: 'pass' as const }, unfinished: [u], end: undefined } };
  const place = `Not finished: ${u}, on 1 of 2 correct versions.`;

  it.each<{ end: Report['end']; reason: Reason }>([
    { end: { kind: 'stopped', why: 'deadline' }, reason: 'timeout' },
    { end: { kind: 'out-of-memory' }, reason: 'out-of-memory' },
    { end: { kind: 'too-much-output' }, reason: 'too-much-output' },
  ])('by $end.kind rejects with $reason', ({ end, reason }) => {
    expectRefusal(verdict(runs, end), 'rejected', reason, place);
  });

  it('names how many when no test is known', () => {
    const actual = verdict({}, { kind: 'stopped', why: 'deadline' });
    expectRefusal(actual, 'rejected', 'timeout', '2 of 2 correct versions were not finished.');
  });
});

describe('our own failures', () => {
  const without = (lost: string) =>
    Object.fromEntries(Object.entries(fine).filter(([name]) => name !== lost));

  it.each<{ what: string; runs: Record<string, Run>; end: Report['end'] }>([
    { what: 'a broken harness', runs: fine, end: { kind: 'broken', detail: 'the JVM is dead' } },
    {
      what: 'a broken harness, even after a bad end',
      runs: { ...fine, other: { end: 'exited' } },
      end: { kind: 'broken', detail: '' },
    },
    {
      what: 'a correct version lost by a sandbox that says it is done',
      runs: without('other'),
      end: { kind: 'done' },
    },
    { what: 'a bug lost by a sandbox that says it is done', runs: without('bug-b'), end: { kind: 'done' } },
    { what: 'a stop without a cause', runs: fine, end: { kind: 'stopped', why: 'hopeless' } },
  ])('$what never costs an attempt', ({ runs, end }) => {
    expectRefusal(verdict(runs, end), 'failed', 'infrastructure');
  });

  it('do not tell learners about our machines', () => {
    expect(verdict(fine, { kind: 'broken', detail: '/var/lib/x' }).message).not.toContain('/var/lib');
  });

  it('keep what was seen', () => {
    expect(verdict(fine, { kind: 'broken', detail: '' }).matrix).toHaveLength(8);
  });

  it('include a version that finished without a word on what was collected', () => {
    const raw = report(fine);
    const actual = verdictOf(
      given,
      { ...raw, collected: raw.collected.filter(({ variant }) => variant !== 'other') },
      { queued: 0 },
    );
    expectRefusal(actual, 'failed', 'infrastructure');
  });
});

describe('a suite that is collected on one correct version and empty on another', () => {
  it('is rejected when the host stopped for it', () => {
    const actual = verdict({ ...fine, other: { tests: {} } }, { kind: 'stopped', why: 'hopeless' });
    expectRefusal(actual, 'rejected', 'no-tests', 'On one correct version pytest could collect no test.');
  });
});
