import { describe, expect, it } from '@jest/globals';
import { crowdedUpTo, hiddenSides } from './overflow.js';

const box = { clientWidth: 300, clientHeight: 200, scrollWidth: 500, scrollHeight: 900 };

describe('what a scrolling box hides', () => {
  it.each([
    [0, 0, 'right down'],
    [80, 0, 'left right down'],
    [200, 300, 'left up down'],
    [199.4, 700, 'left up'],
  ])('at %d, %d is on the sides: %s', (scrollLeft, scrollTop, sides) => {
    expect(hiddenSides({ ...box, scrollLeft, scrollTop })).toBe(sides);
  });

  it('is nothing where all fits', () => {
    const whole = { ...box, scrollWidth: 300, scrollHeight: 200, scrollLeft: 0, scrollTop: 0 };
    expect(hiddenSides(whole)).toBe('');
  });
});

describe('a matrix', () => {
  const at = (before: number | null, clientWidth: number, scrollWidth: number) =>
    crowdedUpTo(before, { clientWidth, scrollWidth });

  it('is crowded where its columns do not fit', () => {
    expect(at(null, 300, 500)).toBe(300);
    expect(at(null, 300, 300)).toBeNull();
  });

  it('stays so at that width, though the order that follows is narrower', () => {
    expect(at(300, 300, 300)).toBe(300);
    expect(at(300, 280, 280)).toBe(300);
  });

  it('is no longer when there is more room and it fits', () => {
    expect(at(300, 520, 520)).toBeNull();
    expect(at(300, 400, 500)).toBe(400);
  });
});
