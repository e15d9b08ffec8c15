import { describe, expect, it } from '@jest/globals';
import { idempotencyKeyOf } from './idempotency-key.js';

describe('an idempotency key', () => {
  it.each(['12345678', 'x'.repeat(100), '5f0c1b1e-7f0d-4d3b-9f7e-2f8f4a1c2b3d'])('may be %s', (key) => {
    expect(idempotencyKeyOf(key)).toBe(key);
  });

  it.each([undefined, '', '1234567', 'x'.repeat(101), 'with some spaces', 'umläute-umläute'])(
    'is refused as %s',
    (key) => {
      expect(() => idempotencyKeyOf(key)).toThrow(expect.objectContaining({ code: 'invalid-request' }));
    },
  );
});
