import { describe, expect, it } from '@jest/globals';
import { hasEnded, isAbandoned } from './orphans.js';

describe('a container of an owner that others may share', () => {
  it.each([
    ['running', 3600, false],
    ['exited', 1, true],
    ['dead', 1, true],
    // Somebody is about to start it, or was killed before that.
    ['created', 5, false],
    ['created', 60, true],
  ])('in state %s, %d s old: may be removed is %s', (State, age, removed) => {
    expect(hasEnded({ State, Created: 1_000_000 - age }, 1_000_000)).toBe(removed);
  });
});

describe('a container of whatever owner', () => {
  it.each([
    ['running', 7200, false],
    ['exited', 3500, false],
    ['exited', 3700, true],
    ['created', 3700, true],
  ])('in state %s, %d s old: is abandoned is %s', (State, age, abandoned) => {
    expect(isAbandoned({ State, Created: 1_000_000 - age }, 1_000_000)).toBe(abandoned);
  });
});
