import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnrolmentId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol, enrolAgain, send, settlement, take, verdict } from '../testing/room.js';
import { mostInAMinute, mostUnderWay } from './person.js';
import { settle } from '../grade/settle.js';
import { stop } from './stop.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

const to = (n: number) => ({ exercise: `exercise-${n}` });

describe('a person of whom as many submissions are under way as may', () => {
  async function hoarder() {
    const ada = await enrol(db);
    const ids = [];
    for (let n = 0; n < mostUnderWay; n += 1) ids.push((await send(db, ada, to(n))).id);
    const [first] = ids;
    if (!first) throw new Error('nothing was sent');
    return { ada, first };
  }

  it.each(['submit', 'run'] as const)('is told which, and what to do, before another %s', async (kind) => {
    const { ada } = await hoarder();
    await expect(send(db, ada, { ...to(9), kind })).rejects.toMatchObject({
      code: 'too-many-under-way',
      detail:
        '4 of your submissions wait or run already (exercise-0, exercise-1, exercise-2, exercise-3). Stop one of them, or wait until one has its result, then send again.',
    });
  });

  it('gets no further in another cohort', async () => {
    const { ada } = await hoarder();
    await expect(send(db, await enrolAgain(db, ada))).rejects.toMatchObject({ code: 'too-many-under-way' });
  });

  it('gets no further while one of them runs', async () => {
    const { ada, first } = await hoarder();
    await take(db, first);
    await expect(send(db, ada, to(9))).rejects.toMatchObject({ code: 'too-many-under-way' });
  });

  it('is taken in again once one of them has its verdict', async () => {
    const { ada, first } = await hoarder();
    await settle(db, await take(db, first), settlement(verdict(1)));
    expect(await send(db, ada, to(9))).toMatchObject({ outcome: 'new' });
  });

  it('is taken in again once one of them was stopped', async () => {
    const { ada, first } = await hoarder();
    await stop(db, first, { actor: 'user:ada', why: 'asked' });
    expect(await send(db, ada, to(9))).toMatchObject({ outcome: 'new' });
  });

  it('still gets the newer run in the place of the older one, waiting or running', async () => {
    const ada = await enrol(db);
    const run = await send(db, ada, { kind: 'run' });
    for (let n = 1; n < mostUnderWay; n += 1) await send(db, ada, to(n));
    expect(await send(db, ada, { kind: 'run', content: 'newer' })).toMatchObject({ outcome: 'replaced' });
    await take(db, run.id);
    expect(await send(db, ada, { kind: 'run', content: 'newest' })).toMatchObject({ stopped: run.id });
  });

  it('keeps nobody else from sending', async () => {
    await hoarder();
    expect(await send(db, await enrol(db))).toMatchObject({ outcome: 'new' });
  });

  it('gets no more in by sending all at once', async () => {
    const ada = await enrol(db);
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => send(db, ada, to(n))));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostUnderWay);
  });
});

describe('a person in a hurry', () => {
  const sendMany = async (ada: EnrolmentId, count: number) =>
    (await Promise.allSettled(Array.from({ length: count }, () => send(db, ada)))).filter(
      ({ status }) => status === 'fulfilled',
    ).length;

  it('gets so many in within a minute, also all at once, and is told to wait', async () => {
    const ada = await enrol(db);
    expect(await sendMany(ada, mostInAMinute + 10)).toBe(mostInAMinute);
    await expect(send(db, ada)).rejects.toMatchObject({
      code: 'too-many-requests',
      detail: 'You sent 20 submissions within a minute. Wait a minute, then send again.',
    });
  });

  it('is answered as before by a key that is known', async () => {
    const ada = await enrol(db);
    const { id } = await send(db, ada, { idempotencyKey: 'k' });
    await sendMany(ada, mostInAMinute);
    expect(await send(db, ada, { idempotencyKey: 'k' })).toMatchObject({ id });
  });

  it('is taken in again when the minute is over', async () => {
    const ada = await enrol(db);
    await sendMany(ada, mostInAMinute);
    await db.query(
      `UPDATE submission_key SET created_at = created_at - interval '1 minute' WHERE enrolment_id = $1`,
      [ada],
    );
    expect(await send(db, ada)).toMatchObject({ outcome: 'known' });
  });
});
