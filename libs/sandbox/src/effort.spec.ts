import { availableParallelism } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { EffortWatch } from './effort.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A container that uses so many cores all the time. */
const using = (cores: number) => () => Promise.resolve((performance.now() / 1000) * cores);

describe('the effort of a job', () => {
  it('is what it got in the second half of its time', async () => {
    const watch = new EffortWatch(using(0.5), 1, 60);
    await jest.advanceTimersByTimeAsync(59_500);
    watch.stop();
    const effort = watch.effort();
    expect(effort?.cores).toBeCloseTo(0.5);
    expect(effort?.coresAllowed).toBe(1);
    expect(effort?.load).toBeGreaterThanOrEqual(0);
  });

  it('is not looked at while a job has more than half of its time left', async () => {
    let looks = 0;
    const watch = new EffortWatch(() => Promise.resolve(++looks), 2, 60);
    await jest.advanceTimersByTimeAsync(29_000);
    watch.stop();
    await jest.advanceTimersByTimeAsync(60_000);
    expect({ looks, began: watch.began, effort: watch.effort() }).toEqual({
      looks: 0,
      began: false,
      effort: undefined,
    });
  });

  it('is unknown when the container can not be looked at twice', async () => {
    let looks = 0;
    const watch = new EffortWatch(() => Promise.resolve(++looks === 1 ? 1 : undefined), 2, 60);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(looks).toBe(2);
    expect(watch.effort()).toBeUndefined();
  });

  it('counts no cores that the machine lacks', async () => {
    const watch = new EffortWatch(using(1), 1000, 10);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(watch.effort()?.coresAllowed).toBe(availableParallelism());
  });
});
