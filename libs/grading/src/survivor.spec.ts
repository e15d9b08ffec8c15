import { describe, expect, it } from '@jest/globals';
import { survivorOf } from './survivor.js';
import { everywhere, report, rubric } from './testing/reports.js';
import { verdictOf } from './verdict.js';

describe('the key of a survivor', () => {
  const given = rubric();
  const runs = everywhere(given, ['a.py::t'], { 'bug-a': { 'a.py::t': 'assertion' } });
  const verdict = verdictOf(given, report(runs), { queued: 0 });

  it('is its number, as in the view', () => {
    expect(survivorOf(verdict, 'bug-2')).toBe('bug-b');
  });

  it.each(['bug-1', 'bug-3', 'bug-b', 'reference'])('is not %s', (key) => {
    expect(survivorOf(verdict, key)).toBeUndefined();
  });
});
