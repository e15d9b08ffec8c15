import { describe, expect, it } from '@jest/globals';
import { Capacity, type Demand, type Occupancy } from './capacity.js';

const waitingMiB = 1536;
/** Two cores and 8 GiB, two submissions at a time. */
const capacity = new Capacity({ atOnce: 2, budgetMiB: 8192, waitingMiB, cpus: 2, cores: 2 });
const submission: Demand = { memoryMiB: 2048, leaveOne: false };
const lab: Demand = { memoryMiB: 4096, leaveOne: true };
const canary: Demand = { memoryMiB: 2048, leaveOne: true };

const idle: Occupancy = { warm: 2, ready: 0, starting: 0, busy: [], waiting: [] };
const holding = (now: Partial<Occupancy>): Occupancy => ({ ...idle, ...now });

describe('whose turn it is', () => {
  it.each<[string, Partial<Occupancy>, ReturnType<typeof capacity.turn>]>([
    ['nobody’s, when nobody waits', { ready: 2 }, undefined],
    ['nobody’s, when none is ready', { waiting: [submission] }, undefined],
    ['the first one’s', { ready: 1, waiting: [submission, { ...submission }] }, { next: submission }],
    [
      'nobody’s while all allowed are at work',
      { ready: 1, busy: [2048, 2048], waiting: [submission] },
      undefined,
    ],
    [
      'a submission’s before a canary that asked sooner',
      { ready: 1, waiting: [canary, submission] },
      { next: submission },
    ],
    ['not a canary’s, when it would take the last one', { ready: 1, waiting: [canary] }, undefined],
    ['a canary’s, when one is left', { ready: 2, waiting: [canary] }, { next: canary }],
    [
      'a canary’s with the last one, where none is kept warm',
      { warm: 0, ready: 1, waiting: [canary] },
      { next: canary },
    ],
    ['a lab’s that fits the budget', { ready: 2, waiting: [lab] }, { next: lab }],
    [
      'nobody’s, until idle ones have made room for a lab',
      { ready: 4, busy: [2048], waiting: [lab] },
      'make room',
    ],
    [
      'not a lab’s, when no idle one is left to make room',
      { ready: 2, busy: [4096], waiting: [lab] },
      undefined,
    ],
  ])('is %s', (_, now, turn) => {
    const held = holding(now);
    expect(capacity.turn(held)).toEqual(turn);
    const got = capacity.turn(held);
    // The very one that waits, not one like it: the pool takes it out of its queue.
    if (typeof got === 'object') expect(held.waiting).toContain(got.next);
  });
});

describe('whether one more may be started', () => {
  it.each<[string, Partial<Occupancy>, boolean]>([
    ['while fewer are ready than are kept', { ready: 1 }, true],
    ['not when those that start are enough', { ready: 1, starting: 1 }, false],
    ['for who waits beyond those that are kept', { ready: 2, waiting: [submission] }, true],
    ['not more at a time than there are cores', { warm: 9, starting: 2 }, false],
    ['while all cores are at work, only for the next one', { warm: 4, busy: [2048] }, true],
    ['and not for those after it', { warm: 4, ready: 1, busy: [2048] }, false],
    ['but for all those that wait', { warm: 4, ready: 1, busy: [2048], waiting: [submission] }, true],
    ['not beyond the budget', { warm: 9, ready: 5 }, false],
    ['beside what a waiting lab will need', { warm: 3, ready: 2, waiting: [lab] }, true],
    ['not into what a waiting lab will need', { warm: 4, ready: 3, waiting: [lab] }, false],
  ])('%s', (_, now, may) => {
    expect(capacity.mayStart(holding(now))).toBe(may);
  });

  it('the first one, even where the budget has no room for it', () => {
    const small = new Capacity({ atOnce: 1, budgetMiB: 1024, waitingMiB, cpus: 2, cores: 2 });
    expect(small.mayStart(holding({ warm: 1 }))).toBe(true);
    expect(small.mayStart(holding({ warm: 2, ready: 1 }))).toBe(false);
  });
});

describe('the CPU', () => {
  it('is taken once those at work can use all cores', () => {
    const large = new Capacity({ atOnce: 8, budgetMiB: 65_536, waitingMiB, cpus: 2, cores: 8 });
    expect(large.isCpuTaken(holding({ busy: [2048, 2048, 2048] }))).toBe(false);
    expect(large.isCpuTaken(holding({ busy: [2048, 2048, 2048, 2048] }))).toBe(true);
  });
});
