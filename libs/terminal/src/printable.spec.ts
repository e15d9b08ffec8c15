import { describe, expect, it } from '@jest/globals';
import { firstLine, printable } from './printable.js';

describe('text from a sandbox', () => {
  it('cannot steer the terminal', () => {
    expect(printable('\u001b[2J\u009b1A\rPASSED\n\tok')).toBe('\uFFFD[2J\uFFFD1A\uFFFDPASSED\n\tok');
  });

  it('is quoted by its first line that says something', () => {
    expect(firstLine('\n\n  assert 1 == 2\n more', 80)).toBe('assert 1 == 2');
    expect(firstLine('assert 1 == 2', 8)).toBe('assert …');
  });
});
