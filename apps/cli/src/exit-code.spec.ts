import { describe, expect, it } from '@jest/globals';
import { exitCodeOf } from './exit-code.js';

describe('the exit code', () => {
  it.each([
    ['full marks', { state: 'graded', score: 1 }, 0],
    ['less', { state: 'graded', score: 0.999 }, 1],
    ['no bug caught', { state: 'graded', score: 0 }, 1],
    ['a rejected submission', { state: 'rejected', score: null }, 2],
    ['a failure of ours', { state: 'failed', score: null }, 3],
  ] as const)('of %s', (_, verdict, code) => {
    expect(exitCodeOf(verdict)).toBe(code);
  });
});
