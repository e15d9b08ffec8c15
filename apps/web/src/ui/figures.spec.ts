import { expect, it } from '@jest/globals';
import { duration } from './figures.js';

it.each([
  [0.213, '0.21 s'],
  [9.84, '9.8 s'],
  [72, '1 min 12 s'],
])('%d seconds are %s', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});
