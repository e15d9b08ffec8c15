import { describe, expect, it } from '@jest/globals';
import { harnessEventSchema } from './harness.js';

const test = {
  event: 'test',
  variant: 3,
  id: 'test_a.py::test_b',
  outcome: 'failed',
  cause: 'assertion',
  seconds: 0.2,
  message: 'assert 1 == 2',
  output: '',
};
const accepts = (event: unknown) => harnessEventSchema.safeParse(event).success;

describe('an event from the harness', () => {
  it('is taken as the protocol writes it', () => {
    expect(accepts(test)).toBe(true);
    expect(accepts({ event: 'done', seconds: 9.5 })).toBe(true);
    expect(accepts({ event: 'ready', protocol: 1, sessionSeconds: 3, warmSeconds: 2 })).toBe(true);
  });

  it.each([
    ['an unknown event', { event: 'score', value: 1 }],
    ['an outcome of its own', { ...test, outcome: 'caught' }],
    ['a field more', { ...test, valid: true }],
    ['a variant below zero', { ...test, variant: -1 }],
    ['a variant that is no integer', { ...test, variant: 0.5 }],
    ['seconds that are no number', { ...test, seconds: Number.NaN }],
    ['an id without end', { ...test, id: 'x'.repeat(501) }],
    ['another protocol', { event: 'ready', protocol: 2, sessionSeconds: 3, warmSeconds: 2 }],
  ])('is refused with %s', (_, event) => {
    expect(accepts(event)).toBe(false);
  });
});
