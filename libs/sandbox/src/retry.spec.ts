import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Retry } from './retry.js';

describe('Retry', () => {
  let retry: Retry;
  let tries: number;

  beforeEach(() => {
    jest.useFakeTimers();
    retry = new Retry();
    tries = 0;
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const again = () => {
    tries += 1;
  };

  /** Fails once and tells after how many seconds it is tried again. */
  const pauseAfterFailure = () => {
    const before = tries;
    retry.later(again);
    for (let seconds = 1; seconds <= 100; seconds += 1) {
      jest.advanceTimersByTime(1000);
      if (tries > before) return seconds;
    }
    return Infinity;
  };

  it('waits twice as long after each failure, half a minute at most', () => {
    const pauses = Array.from({ length: 7 }, pauseAfterFailure);
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30, 30]);
  });

  it('begins with a second again after it went well', () => {
    pauseAfterFailure();
    pauseAfterFailure();
    retry.succeeded();
    expect(pauseAfterFailure()).toBe(1);
  });

  it('is pending until it tries', () => {
    expect(retry.isPending).toBe(false);
    retry.later(again);
    expect(retry.isPending).toBe(true);
    jest.advanceTimersByTime(1000);
    expect(retry.isPending).toBe(false);
  });

  it('tries once for two failures while it waits', () => {
    retry.later(again);
    retry.later(again);
    jest.advanceTimersByTime(60_000);
    expect(tries).toBe(1);
  });

  it('does not try after it was cancelled', () => {
    retry.later(again);
    retry.cancel();
    jest.advanceTimersByTime(60_000);
    expect(retry.isPending).toBe(false);
    expect(tries).toBe(0);
  });
});
