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

  it('are few and short', () => {
    const many = notes({
      reference: Array.from({ length: 50 }, (_, i) => `${String(i)} ${'x'.repeat(600)}`),
    });
    expect(many).toHaveLength(20);
    expect(Math.max(...many.map((note) => note.length))).toBe(500);
  });
});
