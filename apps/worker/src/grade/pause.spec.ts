import { describe, expect, it } from '@jest/globals';
import { pauseAfter } from './pause.js';

describe('the pause before a submission is tried again', () => {
  it.each(['settled', 'gone'] as const)('is none at all when it is %s', (outcome) => {
    expect(pauseAfter(outcome, 1)).toBeUndefined();
  });

  it('is short while the same person has another running', () => {
    expect(pauseAfter('busy', 20)).toBe(500);
  });

  it('doubles with each failure of infrastructure, up to half a minute', () => {
    expect([1, 2, 3, 10].map((tries) => pauseAfter('given-back', tries))).toEqual([1000, 2000, 4000, 30_000]);
  });
});
