import { describe, expect, it } from '@jest/globals';
import { nearest } from './nearest.js';

const slugs = [
  'clean-orders',
  'latest-orders',
  'join-fan-out',
  'orphan-keys',
  'udfs-and-none',
  'order-times',
];

describe('the nearest slugs', () => {
  it.each([
    ['a letter is wrong', 'clean-ordets', ['clean-orders']],
    ['hyphens are missing', 'joinfanout', ['join-fan-out']],
    ['it is a word of it', 'join', ['join-fan-out']],
    ['words are in another order', 'Fan Out Join', ['join-fan-out']],
    ['a word stands in several', 'orders', ['clean-orders', 'latest-orders']],
    ['nothing is like it', 'watermarks', []],
    ['nothing was asked', '', []],
  ])('when %s', (_, asked, expected) => {
    expect([...nearest(asked, slugs)].sort()).toEqual([...expected].sort());
  });

  it('have the one first that shares most', () => {
    expect(nearest('orders-clean', slugs)[0]).toBe('clean-orders');
  });
});
