import { describe, expect, it } from '@jest/globals';
import { enrolmentIdSchema, submissionIdSchema, type SubmissionKind } from '@lakeproof/contracts';
import { takingOrder, type Turn } from './taking-order.js';

/** Ids that carry a short name, so that a table can be read. */
const padded = (name: string) =>
  `00000000-0000-4000-8000-${Buffer.from(name).toString('hex').padStart(12, '0')}`;
const nameIn = (id: string) => Buffer.from(id.slice(24), 'hex').toString().replaceAll('\0', '');
const who = (letter: string) => enrolmentIdSchema.parse(padded(letter));

/** `a1` is the first submit of A, `a1r` a run. */
const turn = (name: string): Turn => {
  const kind: SubmissionKind = name.endsWith('r') ? 'run' : 'submit';
  return { id: submissionIdSchema.parse(padded(name)), enrolment: who(name.slice(0, 1)), kind };
};
const words = (text: string) => text.split(' ').filter(Boolean);
const order = (waiting: string, running = '', elsewhere = '') =>
  takingOrder({
    waiting: words(waiting).map(turn),
    running: words(running).map(who),
    runningElsewhere: words(elsewhere).map(who),
  })
    .map(nameIn)
    .join(' ');

describe('the order in which workers take what waits', () => {
  it.each([
    ['is that in which it was sent', 'a1 b1 c1', '', 'a1 b1 c1'],
    ['has runs before submits', 'a1 b1 c1r d1r', '', 'c1r d1r a1 b1'],
    ['has one after the other of a person where one is at work at a time', 'a1 a2 b1', '', 'a1 a2 b1'],
    [
      'has the same while that one is at work, because it ends before the next is taken',
      'a2 a3 b1',
      'a',
      'a2 a3 b1',
    ],
    ['passes over who is at work still', 'a2 b1', 'x a', 'b1 a2'],
    ['passes over all that is theirs', 'a2 a3 a4r b1 c1', 'x y a', 'b1 c1 a4r a2 a3'],
    ['puts off who was met too early behind what waits by then', 'a2 b1 c1', 'x a', 'b1 c1 a2'],
    ['takes an own one at once where the other of them ends first', 'a2 b1 c1', 'a x', 'a2 b1 c1'],
    ['does not put a run off behind submits', 'a2r b1r c1', 'x a', 'b1r a2r c1'],
    ['takes the second of a person after a place was free for others', 'a1 a2 b1 c1', 'x y', 'a1 b1 c1 a2'],
    ['comes to an end where all wait for own ones', 'a2 a3', 'a', 'a2 a3'],
    ['is empty where nothing waits', '', 'a', ''],
  ])('%s', (_, waiting, running, expected) => {
    expect(order(waiting, running)).toBe(expected);
  });

  it('passes over who is at work in another queue, until nobody else is left', () => {
    expect(order('a1 b1', '', 'a')).toBe('b1 a1');
    expect(order('a1 a2', '', 'a')).toBe('a1 a2');
  });
});
