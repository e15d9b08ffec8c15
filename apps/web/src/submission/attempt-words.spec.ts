import { describe, expect, it } from '@jest/globals';
import { namesOf, outcomeOf, whenOf } from './attempt-words.js';

describe('the history', () => {
  it('numbers runs and attempts each for themselves, oldest first', () => {
    const kinds = ['submit', 'run', 'submit', 'run', 'run'] as const;
    const names = namesOf(
      kinds.map((kind, index) => ({ id: String(index), kind, state: 'graded', retry: false })),
    );
    expect([...names]).toEqual([
      ['4', 'Run 1'],
      ['3', 'Run 2'],
      ['2', 'Attempt 1'],
      ['1', 'Run 3'],
      ['0', 'Attempt 2'],
    ]);
  });

  it('gives no number to what was stopped: it counts for nothing', () => {
    const names = namesOf([
      { id: '3', kind: 'submit', state: 'running', retry: false },
      { id: '2', kind: 'submit', state: 'stopped', retry: false },
      { id: '1', kind: 'run', state: 'stopped', retry: false },
      { id: '0', kind: 'submit', state: 'graded', retry: false },
    ]);
    expect([...names.values()]).toEqual(['Attempt 1', 'Run', 'Submission', 'Attempt 2']);
  });

  it('gives no number to a kind that is newer than the page', () => {
    const names = namesOf([
      { id: '1', kind: 'unknown', state: 'graded', retry: false },
      { id: '0', kind: 'submit', state: 'unknown', retry: false },
    ]);
    expect([...names.values()]).toEqual(['Attempt 1', 'Submission']);
  });

  it('numbers the retries of a quiz for themselves', () => {
    const names = namesOf([
      { id: '2', kind: 'submit', state: 'graded', retry: true },
      { id: '1', kind: 'submit', state: 'graded', retry: true },
      { id: '0', kind: 'submit', state: 'graded', retry: false },
    ]);
    expect([...names.values()]).toEqual(['Attempt 1', 'Retry 1', 'Retry 2']);
  });

  it.each([
    ['submit', 'graded', 0.75, '75 %'],
    ['run', 'graded', null, 'Done'],
    ['submit', 'rejected', null, 'Not graded'],
    ['submit', 'failed', null, 'Given back'],
    ['submit', 'queued', null, 'Queued'],
    ['run', 'stopped', null, 'Stopped'],
    ['submit', 'unknown', null, 'Reload to see'],
  ] as const)('%s %s %s is told as %s', (kind, state, score, words) => {
    expect(outcomeOf({ kind, state, score })).toBe(words);
  });

  it('tells the date only when it was not today', () => {
    const at = new Date(2026, 3, 5, 9, 7);
    expect(whenOf(at.toISOString(), new Date(2026, 3, 5, 22, 0))).toBe('09:07');
    expect(whenOf(at.toISOString(), new Date(2026, 3, 6, 1, 0))).toContain('5 Apr');
  });
});
