import { describe, expect, it } from '@jest/globals';
import type { Rubric } from '@lakeproof/contracts';
import { everywhere, report, rubric, secondRun, type Did, type Run } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const [a, b, c] = ['t.py::a', 't.py::b', 't.py::c'] as const;
/** Two correct versions and two bugs. */
const given = rubric();

/** What each test did on each variant, `pass` unless told, and in the second run of `reference`. */
function verdict(otherwise: Record<string, Record<string, Did>>, again: Record<string, Did> = {}) {
  const first = report(everywhere(given, [a, b, c], otherwise));
  const second = report(everywhere(given, [a, b, c], { reference: again }));
  return verdictOf(given, { ...first, repeated: secondRun(second, 'reference') }, { queued: 0 });
}

const caught = ({ variants }: ReturnType<typeof verdict>) =>
  variants.filter(({ outcome }) => outcome === 'caught').map(({ name }) => name);

describe('a suite whose tests come to the same on the same version', () => {
  it('is told nothing of it', () => {
    const always = { [b]: 'assertion' } as const;
    expect(verdict({ reference: always, other: always }, always).notes).toEqual([]);
  });

  it('is told nothing of a second run without results', () => {
    const first = report(everywhere(given, [a], { reference: { [a]: 'assertion' } }));
    const repeated = { collected: [], tests: [], variants: [] };
    expect(verdictOf(given, { ...first, repeated }, { queued: 0 }).notes.join()).not.toContain('once');
  });
});

describe('a test that fails by chance', () => {
  it.each([
    { run: 'first', first: { [a]: 'assertion' }, again: {} },
    { run: 'second', first: {}, again: { [a]: 'assertion' } },
  ] as const)('is a false alarm when it fails in the $run run alone', ({ first, again }) => {
    const seen = verdict({ reference: first, 'bug-a': { [a]: 'assertion' } }, again);
    expect(seen.tests[0]).toEqual({ id: a, valid: false, falseAlarmOn: ['reference'] });
    expect(seen.variants[0]).toMatchObject({ name: 'reference', outcome: 'rejected' });
    expect(caught(seen)).toEqual([]);
    expect(seen.notes).toEqual([
      'Passed once and failed once on the same version, which makes a false alarm: t.py::a.',
    ]);
  });

  it('shows what it said', () => {
    const seen = verdict({}, { [a]: 'exception' });
    expect(seen.matrix[0]).toMatchObject({
      test: a,
      variant: 'reference',
      message: 'exception on reference',
    });
  });

  it('takes no bug from the other tests', () => {
    const seen = verdict(
      { 'bug-a': { [b]: 'assertion' }, 'bug-b': { [c]: 'assertion' } },
      { [a]: 'assertion' },
    );
    expect(caught(seen)).toEqual(['bug-a', 'bug-b']);
    expect(seen.score).toBe(0.6667);
  });

  it('is named with two others', () => {
    const first = report(everywhere(given, ['1', '2', '3', '4', '5']));
    const second = secondRun(first, 'reference');
    const repeated = {
      ...second,
      tests: second.tests.map((event) => ({ ...event, outcome: 'failed' as const })),
    };
    expect(verdictOf(given, { ...first, repeated }, { queued: 0 }).notes[0]).toContain(
      'alarm: 1, 2, 3 and 2 more.',
    );
  });

  it('is none where the clock ended it: the time for all may have been over', () => {
    const seen = verdict({ 'bug-a': { [a]: 'assertion' } }, { [a]: 'timeout' });
    expect(seen.tests[0]).toMatchObject({ valid: true, falseAlarmOn: [] });
    expect(caught(seen)).toEqual(['bug-a']);
    expect(seen.notes).toEqual([]);
  });
});

describe('a second run that goes another way than the first', () => {
  const first = report(
    everywhere(given, [a, b], { 'bug-a': { [a]: 'assertion' }, 'bug-b': { [b]: 'assertion' } }),
  );
  const after = (second: Run, limits?: Rubric['limits']) =>
    verdictOf(
      { ...given, ...(limits && { limits }) },
      { ...first, repeated: secondRun(report({ reference: second }), 'reference') },
      { queued: 0 },
    );

  it('makes a false alarm of a test that could not be collected again', () => {
    const seen = after({ tests: { [a]: 'pass' } });
    expect(seen.tests.map(({ valid }) => valid)).toEqual([true, false]);
    expect(caught(seen)).toEqual(['bug-a']);
    expect(seen.notes[0]).toContain('Passed once and failed once on the same version');
  });

  it.each([
    ['timeout', 'timeout'],
    ['out-of-memory', 'out-of-memory'],
    ['exited', 'collection-error'],
  ] as const)('is refused when it ended by %s, as if the first had', (end, reason) => {
    expect(after({ tests: { [a]: 'pass' }, end })).toMatchObject({ state: 'rejected', reason });
  });

  it('is no matter when the time for all variants ended it', () => {
    const limits = { seconds: 60, variantSeconds: 30, memoryMiB: 2048 };
    expect(after({ tests: {}, unfinished: [a, b], end: 'timeout', seconds: 5 }, limits)).toMatchObject({
      state: 'graded',
      score: 1,
    });
  });
});
