import { expect, it } from '@jest/globals';
import { queueNames, queueOf } from './queue.js';

it('each queue has exercises that wait in it', () => {
  expect(new Set(Object.values(queueOf))).toEqual(new Set(queueNames));
});
