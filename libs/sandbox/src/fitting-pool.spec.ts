import { describe, expect, it } from '@jest/globals';
import { fittingPool } from './fitting-pool.js';

describe('the pool that fits a machine', () => {
  it.each([
    [
      { cores: 1, gib: 2 },
      { atOnce: { warm: 1, cluster: 1 }, warm: 1, warmInClass: 1, memoryMiB: 6144 },
    ],
    [
      { cores: 2, gib: 8 },
      { atOnce: { warm: 2, cluster: 1 }, warm: 1, warmInClass: 1, memoryMiB: 6144 },
    ],
    [
      { cores: 8, gib: 8 },
      { atOnce: { warm: 2, cluster: 1 }, warm: 1, warmInClass: 1, memoryMiB: 6144 },
    ],
    [
      { cores: 8, gib: 64 },
      { atOnce: { warm: 8, cluster: 2 }, warm: 9, warmInClass: 10, memoryMiB: 63488 },
    ],
  ])('on %o is %o', ({ cores, gib }, pool) => {
    expect(fittingPool({ cores, memoryBytes: gib * 1024 ** 3 })).toEqual(pool);
  });
});
