import { describe, expect, it } from '@jest/globals';
import type { Report } from '@lakeproof/contracts';
import { everywhere, report, rubric, type Did } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const tests = ['t.py::a', 't.py::b', 't.py::c'];

/** What each test did on each variant, `pass` unless told, and in the second run of `reference`. */
function verdict(otherwise: Record<string, Record<string, Did>>, again: Record<string, Did> | null = {}) {
  const first = report(everywhere(rubric(), tests, otherwise));
  const second = report(everywhere(rubric(), tests, { reference: again ?? {} }));
  const repeated = second.tests.filter(({ variant }) => variant === 'reference');
  const seen: Report = again === null ? first : { ...first, repeated };
  return verdictOf(rubric(), seen, { queued: 0 });
}

const caught = ({ variants }: ReturnType<typeof verdict>) =>
  variants.filter(({ outcome }) => outcome === 'caught').map(({ name }) => name);

describe('a suite whose tests come to the same on the same version', () => {
  it('catches a bug by a single test', () => {
    expect(caught(verdict({ 'bug-a': { 't.py::a': 'assertion' } }))).toEqual(['bug-a']);
  });

  it('does so beside a false alarm that is always one', () => {
    const always = { 't.py::b': 'assertion' } as const;
    const seen = verdict(
      { reference: always, other: always, 'bug-a': { ...always, 't.py::a': 'assertion' } },
      always,
    );
    expect(caught(seen)).toEqual(['bug-a']);
    expect(seen.notes.join()).not.toContain('same version');
  });

  it('is believed where no version ran twice', () => {
    expect(caught(verdict({ 'bug-a': { 't.py::a': 'assertion' } }, null))).toEqual(['bug-a']);
  });
});

describe('a suite whose tests fail by chance', () => {
  it('catches nothing by as many tests as fail on a correct version', () => {
    const seen = verdict(
      {
        reference: { 't.py::a': 'assertion' },
        'bug-a': { 't.py::b': 'assertion' },
        'bug-b': { 't.py::c': 'assertion' },
      },
      {},
    );
    expect(caught(seen)).toEqual([]);
    expect(seen.score).toBe(0);
    expect(seen.notes[0]).toBe('Passed once and failed once on the same version: t.py::a.');
  });

  it('catches what more tests fail on', () => {
    const seen = verdict(
      { 'bug-a': { 't.py::b': 'assertion', 't.py::c': 'assertion' }, 'bug-b': { 't.py::b': 'assertion' } },
      { 't.py::a': 'assertion' },
    );
    expect(caught(seen)).toEqual(['bug-a']);
  });

  it('has no valid test in one that failed in the second run alone', () => {
    const seen = verdict({ 'bug-a': { 't.py::a': 'assertion' } }, { 't.py::a': 'assertion' });
    expect(seen.tests.find(({ id }) => id === 't.py::a')?.valid).toBe(false);
    expect(caught(seen)).toEqual([]);
  });
});
