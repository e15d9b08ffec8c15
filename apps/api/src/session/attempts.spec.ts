import { describe, expect, it } from '@jest/globals';
import { Attempts } from './attempts.js';

const twoASecond = { attempts: 2, milliseconds: 1000 };

describe('attempts', () => {
  it('are let through up to the limit, each key by itself', () => {
    const attempts = new Attempts(twoASecond);
    const taken = ['ada', 'ada', 'ada', 'grace'].map((key) => attempts.take(key, 0));
    expect(taken).toEqual([true, true, false, true]);
  });

  it('are let through again once the window has ended, however many were refused in it', () => {
    const attempts = new Attempts(twoASecond);
    const taken = [0, 1, 999, 999, 1000, 1001, 1002].map((now) => attempts.take('ada', now));
    expect(taken).toEqual([true, true, false, false, true, true, false]);
  });

  it('of very many keys make it forget the oldest, never the newest', () => {
    const attempts = new Attempts(twoASecond);
    for (let key = 0; key < 20_000; key++) attempts.take(String(key), 0);
    attempts.take('19999', 0);
    expect(attempts.take('19999', 0)).toBe(false);
    expect([attempts.take('0', 0), attempts.take('0', 0)]).toEqual([true, true]);
  });
});
