import { describe, expect, it } from '@jest/globals';
import { everywhere, report, rubric } from './testing/reports.js';
import { verdictOf } from './verdict.js';

const given = rubric();
const runs = everywhere(given, ['a.py::t']);
const notes = (by: Record<string, string[]>) =>
  verdictOf(
    given,
    report(
      Object.fromEntries(
        Object.entries(runs).map(([name, run]) => [name, { ...run, notes: by[name] ?? [] }]),
      ),
    ),
    { queued: 0 },
  ).notes;

describe('notes of a run', () => {
  it('are said once, though every version says them', () => {
    expect(notes({ reference: ['--cov was dropped'], other: ['--cov was dropped', 'cut'] })).toEqual([
      '--cov was dropped',
      'cut',
    ]);
  });

  it('come from correct versions alone: what is said on a bug could give it away', () => {
    expect(notes({ 'bug-a': ['pipeline.py line 3'] })).toEqual([]);
  });

  it('name the settings that were ignored', () => {
    const ignored = (variant: string, detail: string) => ({
      variant,
      code: 'setting-ignored',
      detail,
      test: null,
    });
    const verdict = verdictOf(
      given,
      {
        ...report(runs),
        notes: [
          ignored('reference', 'spark.master'),
          ignored('other', 'spark.master'),
          ignored('bug-a', 'spark.bug'),
        ],
      },
      { queued: 0 },
    );
    expect(verdict.notes).toEqual(['spark.master was left as it is: the sandbox has started Spark already.']);
  });

  it('are few and short', () => {
    const many = notes({
      reference: Array.from({ length: 50 }, (_, i) => `${String(i)} ${'x'.repeat(600)}`),
    });
    expect(many).toHaveLength(20);
    expect(Math.max(...many.map((note) => note.length))).toBe(500);
  });
});
