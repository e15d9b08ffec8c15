import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { newKey } from './new-key.js';

describe('a new idempotency key', () => {
  it.each([
    ['all bits off', 0x00, '00000000-0000-4000-8000-000000000000'],
    ['all bits on', 0xff, 'ffffffff-ffff-4fff-bfff-ffffffffffff'],
  ])('is a UUID of version 4 with %s', (_, byte, key) => {
    expect(newKey((bytes) => bytes.fill(byte))).toBe(key);
    expect(z.uuidv4().safeParse(key).success).toBe(true);
  });

  it('is another one each time', () => {
    expect(newKey()).not.toBe(newKey());
  });
});
