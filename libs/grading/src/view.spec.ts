import { describe, expect, it } from '@jest/globals';
import { verdictViewSchema } from '@lakeproof/contracts';
import { everywhere, report, rubric } from './testing/reports.js';
import { verdictOf } from './verdict.js';
import { viewOf } from './view.js';

const [t, alarm] = ['a.py::t', 'a.py::alarm'] as const;
const given = rubric();
const verdict = verdictOf(
  given,
  report(
    everywhere(given, [t, alarm], {
      other: { [alarm]: 'assertion' },
      'bug-a': { [t]: 'assertion' },
      'bug-b': { [alarm]: 'exception' },
    }),
  ),
  { queued: 0 },
);

describe('a participant', () => {
  const view = viewOf(verdict, given.variants, { role: 'participant' });

  it('sees name, title, concept and story of a bug they caught', () => {
    expect(view.variants[2]).toEqual({
      key: 'bug-a',
      label: 'Bug 1',
      kind: 'mutant',
      outcome: 'caught',
      caughtBy: [t],
      cause: 'assertion',
      concept: 'nulls',
      title: 'Title of bug-a',
      hints: ['Hint of bug-a'],
      hintLevels: 1,
      story: 'Story of bug-a',
    });
  });

  it('sees a survivor as a number', () => {
    expect(view.variants[3]).toEqual({
      key: 'bug-2',
      label: 'Bug 2',
      kind: 'mutant',
      outcome: 'survived',
      caughtBy: [],
      cause: null,
      concept: null,
      title: null,
      hints: [],
      hintLevels: 1,
      story: null,
    });
  });

  it('reads the hints on a survivor they opened, and no others', () => {
    const levels = ['Why?', 'Where.', 'With what.'] as [string, string, string];
    const variants = given.variants.map((variant) =>
      variant.name === 'bug-b' && variant.kind === 'mutant' ? { ...variant, hint: levels } : variant,
    );
    const openedHints = new Map([['bug-b', 2]]);
    const { variants: seen } = viewOf(verdict, variants, { role: 'participant', openedHints });
    expect(seen[3]).toMatchObject({ key: 'bug-2', title: null, hints: ['Why?', 'Where.'], hintLevels: 3 });
    expect(seen[2]).toMatchObject({ key: 'bug-a', hints: ['Hint of bug-a'] });
  });

  it('finds nothing of a survivor anywhere in the view', () => {
    // The traceback of a false alarm quotes the line with the bug.
    expect(verdict.matrix.some(({ message }) => message.includes('bug-b'))).toBe(true);
    expect(JSON.stringify(view)).not.toContain('bug-b');
  });

  it('keeps the results on a survivor, under its number', () => {
    expect(view.matrix.find((cell) => cell.variant === 'bug-2' && cell.test === alarm)).toEqual({
      test: alarm,
      variant: 'bug-2',
      outcome: 'failed',
      cause: 'exception',
      seconds: 0.1,
      message: '',
    });
  });

  it('sees the correct versions, and what false alarms said on them', () => {
    expect(view.variants.slice(0, 2).map(({ key, label }) => [key, label])).toEqual([
      ['reference', 'Correct version 1'],
      ['other', 'Correct version 2'],
    ]);
    expect(view.tests[1]).toEqual({ id: alarm, valid: false, falseAlarmOn: ['other'] });
    expect(view.matrix.find((cell) => cell.variant === 'other' && cell.test === alarm)?.message).toBe(
      'assertion on other',
    );
  });

  it('sees a survivor the trainer revealed', () => {
    const revealed = viewOf(verdict, given.variants, { role: 'participant', revealed: ['bug-b'] });
    expect(revealed.variants[3]).toMatchObject({
      key: 'bug-b',
      label: 'Bug 2',
      title: 'Title of bug-b',
      hints: ['Hint of bug-b'],
    });
    expect(revealed.matrix.filter(({ variant }) => variant === 'bug-b')).toHaveLength(2);
  });
});

describe('every view', () => {
  it.each(['participant', 'trainer', 'admin'] as const)('fits the format and its own keys: %s', (role) => {
    const view = viewOf(verdict, given.variants, { role });
    expect(verdictViewSchema.parse(view)).toEqual(view);
    const keys = new Set(view.variants.map(({ key }) => key));
    expect(view.matrix.every(({ variant }) => keys.has(variant))).toBe(true);
    expect(view.tests.flatMap(({ falseAlarmOn }) => falseAlarmOn).every((key) => keys.has(key))).toBe(true);
  });
});

describe('a trainer', () => {
  it('sees all', () => {
    const view = viewOf(verdict, given.variants, { role: 'trainer' });
    expect(view.variants[3]).toMatchObject({
      key: 'bug-b',
      label: 'Bug 2',
      concept: 'nulls',
      story: 'Story of bug-b',
    });
    expect(view.matrix).toEqual(verdict.matrix);
  });
});

describe('a cohort admin', () => {
  it('sees grades, not bugs', () => {
    expect(JSON.stringify(viewOf(verdict, given.variants, { role: 'admin' }))).not.toContain('bug-b');
  });
});

describe('a verdict on an older version of the exercise', () => {
  it('keeps numbers, and has no titles for bugs that are gone', () => {
    const view = viewOf(verdict, given.variants.slice(0, 2), { role: 'trainer' });
    expect(view.variants[3]).toMatchObject({ key: 'bug-b', label: 'Bug 2', title: null, story: null });
  });
});
