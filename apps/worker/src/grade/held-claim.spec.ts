import { describe, expect, it } from '@jest/globals';
import { HeldClaim } from './held-claim.js';

/** Seconds that no spec lasts. */
const hour = 3600;
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a held claim', () => {
  it.each([
    ['is lost at once when it is told that it may be, and is', () => Promise.resolve(false), true],
    ['is kept when it is still held', () => Promise.resolve(true), false],
    ['is kept while Postgres does not answer', () => Promise.reject(new Error('down')), false],
  ])('%s', async (_, renew, lost) => {
    const held = new HeldClaim(renew, hour, () => undefined);
    held.renewNow();
    await settled();
    expect(held.lost.aborted).toBe(lost);
    held.release();
  });

  it('tells why it could not be renewed', async () => {
    const told: unknown[] = [];
    const held = new HeldClaim(
      () => Promise.reject(new Error('down')),
      hour,
      (error) => told.push(error),
    );
    held.renewNow();
    await settled();
    expect(told).toEqual([new Error('down')]);
    held.release();
  });
});
