import { expect, it } from '@jest/globals';
import { hours } from './minutes.js';

it.each([
  [330, '5 h 30 min'],
  [60, '1 h'],
  [45, '45 min'],
  [0, '0 min'],
])('%d minutes are %s', (minutes, words) => {
  expect(hours(minutes)).toBe(words);
});
