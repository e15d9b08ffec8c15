import { describe, expect, it } from '@jest/globals';
import { reasonSentence, type Effort, type Report } from '@lakeproof/contracts';
import { everywhere, report, rubric, type Run } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const [t, u] = ['a.py::t', 'a.py::u'] as const;
const given = rubric({ limits: { seconds: 60, variantSeconds: 20 } });
const fine = everywhere(given, [t, u], { 'bug-a': { [t]: 'assertion' } });
const finished = (seconds: number, name: string): Run => ({ ...fine[name], seconds });

/** The harness ended it because the time for all variants was over. */
const cutShort = (seconds: number): Run => ({
  tests: { [t]: 'pass', [u]: 'timeout' },
  end: 'timeout',
  seconds,
});

const ends: Record<string, Report['end']> = {
  'by the harness': { kind: 'done' },
  'by the host, which saw a correct version end badly': { kind: 'stopped', why: 'hopeless' },
  'by the host at its own deadline': { kind: 'stopped', why: 'deadline' },
};

const starved: Effort = { cores: 0.6, coresAllowed: 2, load: 6 };
const idle: Effort = { cores: 0.6, coresAllowed: 2, load: 0.7 };
const greedy: Effort = { cores: 1.9, coresAllowed: 2, load: 6 };

const verdict = (runs: Record<string, Run>, end: Report['end'], effort?: Effort) =>
  verdictOf(given, { ...report(runs, end), ...(effort && { effort }) }, { queued: 0 });

describe('a suite that went on well until the time was over', () => {
  const runs = {
    reference: finished(14, 'reference'),
    'bug-a': finished(16, 'bug-a'),
    other: cutShort(12),
    'bug-b': cutShort(11),
  };

  it.each(Object.entries(ends))('is told that it needs more time, with figures: %s', (_, end) => {
    const { state, reason, message } = verdict(runs, end, idle);
    expect({ state, reason }).toEqual({ state: 'rejected', reason: 'timeout' });
    expect(message).toBe(
      'Your tests need more time than this exercise gives. Use fewer rows and fewer Spark jobs in each test, then submit again.\n' +
        '2 of 4 versions were finished in 60 s, each in about 15 s.',
    );
  });

  it.each(Object.entries(ends))('is our failure on a machine that was busy with others: %s', (_, end) => {
    const { state, reason, score, message } = verdict(runs, end, starved);
    expect({ state, reason, score }).toEqual({ state: 'failed', reason: 'infrastructure', score: null });
    expect(message).toBe(
      `${reasonSentence.infrastructure}\nThe machine was busy with other work: 2 of 4 versions were finished in 60 s.`,
    );
  });

  it.each<[string, Effort | undefined]>([
    ['that it keeps busy itself', greedy],
    ['that has time', idle],
    ['that nobody could watch', undefined],
    ['just below what is busy', { ...starved, load: 1.9 }],
    ['where it got most of its share', { ...starved, cores: 1.2 }],
  ])('is not our failure on a machine %s', (_, effort) => {
    expect(verdict(runs, { kind: 'done' }, effort)).toMatchObject({ state: 'rejected', reason: 'timeout' });
  });

  it('is told the same when versions were not even started', () => {
    const { reference, 'bug-a': bug } = runs;
    expect(verdict({ reference, 'bug-a': bug }, { kind: 'stopped', why: 'deadline' }).message).toContain(
      '2 of 4 versions',
    );
  });
});

describe('a suite that hangs', () => {
  it('on a correct version is told to look for an endless loop, and where, though the machine is busy', () => {
    const runs = { ...fine, other: cutShort(19) };
    for (const effort of [idle, starved])
      for (const end of Object.values(ends)) {
        const { state, reason, message } = verdict(runs, end, effort);
        expect({ state, reason }).toEqual({ state: 'rejected', reason: 'timeout' });
        expect(message).toBe(`${reasonSentence.timeout}\nNot finished: ${u}, on 1 of 2 correct versions.`);
      }
  });

  it('so that not even the harness could end it is told so too', () => {
    const runs = { ...fine, other: { tests: { [t]: 'pass' as const }, unfinished: [u], end: undefined } };
    expect(verdict(runs, { kind: 'stopped', why: 'deadline' }, idle).message).toContain(`Not finished: ${u}`);
  });

  it('until its own limit is told so by that', () => {
    const runs = { ...fine, other: cutShort(20.2) };
    expect(verdict(runs, { kind: 'stopped', why: 'hopeless' }, starved).message).toBe(
      `${reasonSentence.timeout}\nWhile ${u} ran.`,
    );
  });

  it('from the start has finished nothing, and needs no machine to blame', () => {
    const runs = Object.fromEntries(Object.keys(fine).map((name) => [name, cutShort(10)]));
    expect(verdict(runs, { kind: 'stopped', why: 'deadline' }, starved)).toMatchObject({
      state: 'rejected',
      message: expect.stringContaining(reasonSentence.timeout) as unknown,
    });
  });
});

describe('when only bugs were left', () => {
  const runs = { ...fine, 'bug-b': cutShort(19) };

  it('the verdict rests on the others, and a bug that was cut short was not tried', () => {
    const { state, score, variants, notes } = verdict(runs, { kind: 'done' }, idle);
    expect({ state, score }).toEqual({ state: 'graded', score: 0.5 });
    expect(variants[3]).toMatchObject({ name: 'bug-b', outcome: 'not-run' });
    expect(notes).toEqual([expect.stringContaining('1 bug was not tried')]);
  });

  it('nobody loses points to a busy machine', () => {
    expect(verdict(runs, { kind: 'done' }, starved)).toMatchObject({ state: 'failed', score: null });
  });

  it('a cut is no kill, even where a timeout is one', () => {
    const [reference, other, bugA, bugB] = given.variants;
    if (!reference || !other || !bugA || bugB?.kind !== 'mutant') throw new Error('another rubric');
    const lenient = { ...given, variants: [reference, other, bugA, { ...bugB, timeoutIsKill: true }] };
    const score = (seconds: number) =>
      verdictOf(lenient, report({ ...fine, 'bug-b': cutShort(seconds) }), { queued: 0 }).score;
    expect([score(19), score(20)]).toEqual([0.5, 1]);
  });
});
