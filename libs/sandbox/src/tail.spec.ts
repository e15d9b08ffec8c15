import { describe, expect, it } from '@jest/globals';
import { Tail } from './tail.js';

describe('the tail of a stream', () => {
  it('keeps the last bytes only', () => {
    const tail = new Tail(6);
    for (const part of ['first ', 'second ', 'end']) tail.push(Buffer.from(part));
    expect(tail.toString()).toBe('nd end');
  });
});
