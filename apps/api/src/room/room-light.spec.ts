import { describe, expect, it } from '@jest/globals';
import { roomViewSchema } from '@lakeproof/contracts';
import type { CanaryRecord } from '@lakeproof/persistence';
import { roomLight, type Seen } from './room-light.js';

const now = new Date('2026-03-02T10:00:00Z');
const inMinutes = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const right: CanaryRecord = {
  at: inMinutes(-2),
  outcome: 'right',
  seconds: 5.2,
  expected: 'graded with 0.5',
  got: 'graded with 0.5',
  problem: null,
};
const skipped: CanaryRecord = { ...right, outcome: 'skipped', seconds: null, got: null, problem: 'At work.' };
const faults = { count: 0, lastAt: null };
const worker = { up: true, message: '4 sandboxes warm, 1 sandbox at work.', warm: 4, busy: 1, faults };
const met = (count: number, minutes: number) => ({
  worker: { ...worker, faults: { count, lastAt: inMinutes(minutes).toISOString() } },
});
const on = { startsAt: inMinutes(-30), endsAt: inMinutes(300) };
const seen = (part: Partial<Seen> = {}): Seen => ({
  now,
  hours: on,
  worker,
  last: right,
  lastGraded: right,
  ...part,
});
const graded = (part: Partial<CanaryRecord>) => {
  const record = { ...right, ...part };
  return { last: record, lastGraded: record };
};

describe('the light is on', () => {
  it.each<[string, Partial<Seen>, string]>([
    [
      'while a class is on and the canary is right and quick',
      {},
      '4 sandboxes warm, 1 sandbox at work; the last check took 5.2 s, 2 minutes ago.',
    ],
    [
      'when the canary was just at the limit',
      graded({ seconds: 30, at: now }),
      '4 sandboxes warm, 1 sandbox at work; the last check took 30.0 s, less than a minute ago.',
    ],
    [
      'while every sandbox is at work for somebody, and says that the check waits',
      { last: { ...skipped, at: now } },
      '4 sandboxes warm, 1 sandbox at work; the last check took 5.2 s, 2 minutes ago. The next one waits: all sandboxes are at work.',
    ],
    [
      'when no class is planned, whatever a canary of long ago said',
      { hours: undefined, ...graded({ outcome: 'wrong', at: inMinutes(-6000) }) },
      'Submissions can be graded. 4 sandboxes warm, 1 sandbox at work.',
    ],
    [
      'when an error that nobody foresaw is long ago',
      met(1, -11),
      '4 sandboxes warm, 1 sandbox at work; the last check took 5.2 s, 2 minutes ago.',
    ],
    [
      'when the next class is far away',
      { hours: { startsAt: inMinutes(21), endsAt: inMinutes(60) }, last: undefined, lastGraded: undefined },
      'Submissions can be graded. 4 sandboxes warm, 1 sandbox at work.',
    ],
  ])('%s', (_, part, reason) => {
    expect(roomLight(seen(part))).toMatchObject({ ready: true, reason });
  });
});

describe('the light is off, and says why', () => {
  it.each<[string, Partial<Seen>, string]>([
    [
      'when no worker can grade, class or not',
      {
        hours: undefined,
        worker: { ...worker, up: false, message: 'The Docker engine does not answer.' },
      },
      'The Docker engine does not answer.',
    ],
    [
      'when the canary came to a wrong verdict',
      graded({ outcome: 'wrong', got: 'graded with 1' }),
      "The last check came to a wrong verdict: graded with 1, instead of graded with 0.5. Don't trust grades until it is right again.",
    ],
    [
      'when a worker met an error that nobody foresaw',
      met(1, -3),
      'A worker met an error of Lakeproof, the last one 3 minutes ago. What it was grading is tried again; its log has the cause.',
    ],
    [
      'when a worker met several of them',
      met(4, -1),
      'A worker met 4 errors of Lakeproof, the last one a minute ago. What it was grading is tried again; its log has the cause.',
    ],
    [
      'when the canary crashed',
      graded({ outcome: 'failed', seconds: null, got: null, problem: 'It met an error of Lakeproof.' }),
      'The last check could not be graded. It met an error of Lakeproof.',
    ],
    [
      'when the canary was too slow',
      graded({ seconds: 30.6 }),
      'The last check took 31 s, and should take less than 30: the machine is too busy for a class.',
    ],
    [
      'when the canary could not be graded',
      graded({ outcome: 'failed', seconds: null, got: null, problem: 'The disk is full.' }),
      'The last check could not be graded. The disk is full.',
    ],
    [
      'still, when what came after a wrong verdict was skipped',
      { last: skipped, lastGraded: { ...right, outcome: 'wrong', got: 'graded with 1' } },
      "The last check came to a wrong verdict: graded with 1, instead of graded with 0.5. Don't trust grades until it is right again.",
    ],
    [
      'before the first canary',
      { last: undefined, lastGraded: undefined },
      'The first check has not been graded yet: it comes within minutes.',
    ],
    [
      'when the last canary is too long ago',
      graded({ at: inMinutes(-11) }),
      'The last check was graded 11 minutes ago: no worker checks the room.',
    ],
    [
      'already while a class is about to start',
      { hours: { startsAt: inMinutes(19), endsAt: inMinutes(60) }, ...graded({ seconds: 99 }) },
      'The last check took 99 s, and should take less than 30: the machine is too busy for a class.',
    ],
  ])('%s', (_, part, reason) => {
    expect(roomLight(seen(part))).toMatchObject({ ready: false, reason });
  });
});

describe('the room', () => {
  it.each([
    ['on', -30, 60],
    ['soon', 20, 60],
    ['later', 21, 60],
  ] as const)('knows that a class is %s', (phase, from, to) => {
    const hours = { startsAt: inMinutes(from), endsAt: inMinutes(to) };
    const room = roomLight(seen({ hours }));
    expect(room.class).toMatchObject({ phase, startsAt: hours.startsAt.toISOString() });
    expect(roomViewSchema.parse(room)).toEqual(room);
  });

  it('has no class once it is over', () => {
    expect(roomLight(seen({ hours: { startsAt: inMinutes(-90), endsAt: now } })).class).toBeNull();
  });

  it('shows the last canary, also a skipped one', () => {
    expect(roomLight(seen({ last: skipped })).canary).toMatchObject({ outcome: 'skipped', got: null });
  });
});
