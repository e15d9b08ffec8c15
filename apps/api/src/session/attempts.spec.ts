import { describe, expect, it } from '@jest/globals';
import { Attempts } from './attempts.js';

const twoASecond = { attempts: 2, milliseconds: 1000 };

describe('attempts', () => {
  it('are let through up to the limit, each key by itself; then they are told how long to wait', () => {
    const attempts = new Attempts(twoASecond);
    const taken = ['ada', 'ada', 'ada', 'grace'].map((key) => attempts.take(key, 0));
    expect(taken).toEqual([0, 0, 1000, 0]);
  });

  it('are let through again once the window has ended, however many were refused in it', () => {
    const attempts = new Attempts(twoASecond);
    const taken = [0, 1, 999, 999, 1000, 1001, 1002].map((now) => attempts.take('ada', now));
    expect(taken).toEqual([0, 0, 1, 1, 0, 0, 998]);
  });

  it('of very many keys make it forget the oldest, never the newest', () => {
    const attempts = new Attempts(twoASecond);
    for (let key = 0; key < 20_000; key++) attempts.take(String(key), 0);
    attempts.take('19999', 0);
    expect(attempts.take('19999', 0)).toBe(1000);
    expect([attempts.take('0', 0), attempts.take('0', 0)]).toEqual([0, 0]);
  });
});
