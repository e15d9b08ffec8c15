import { submissionIdSchema } from '@lakeproof/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol, letLeaseRunOut, send, settlement, take, verdict, statesTold } from '../testing/room.js';
import { claim } from './claim.js';
import { expireClaims } from './put-back.js';
import { renewClaim } from './renew-claim.js';
import { settle } from '../grade/settle.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

const terms = { owner: 'worker-1', lease: 60 };

describe('claiming a submission', () => {
  it('gives the worker the files and tells viewers that it runs', async () => {
    const { id } = await send(db, await enrol(db), { content: 'def test_a(): pass' });
    expect(await claim(db, id, terms)).toMatchObject({
      id,
      attempt: 1,
      owner: 'worker-1',
      exercise: 'clean-orders',
      kind: 'submit',
      failures: 0,
      files: [{ path: 'test_orders.py', content: 'def test_a(): pass' }],
    });
    expect(await statesTold(db, id)).toEqual(['queued', 'running']);
  });

  it('measures how long it waited', async () => {
    const { id } = await send(db, await enrol(db));
    await db.query(`UPDATE submission SET created_at = now() - interval '5 seconds' WHERE id = $1`, [id]);
    expect((await take(db, id)).queuedSeconds).toBeCloseTo(5, 0);
  });

  it('is won by one of many workers at the same moment', async () => {
    const { id } = await send(db, await enrol(db));
    const answers = await Promise.all(Array.from({ length: 8 }, () => claim(db, id, terms)));
    expect(answers.filter((answer) => typeof answer !== 'string')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'gone')).toHaveLength(7);
  });

  it('answers gone for a settled submission and for one that never was', async () => {
    const { id } = await send(db, await enrol(db));
    await settle(db, await take(db, id), settlement(verdict(1)));
    expect(await claim(db, id, terms)).toBe('gone');
    expect(await claim(db, submissionIdSchema.parse(randomUUID()), terms)).toBe('gone');
  });
});

describe('a person', () => {
  it('has one submission running; the other answers busy until the first has ended', async () => {
    const ada = await enrol(db);
    const first = await take(db, (await send(db, ada)).id);
    const { id } = await send(db, ada, { exercise: 'join-orders' });
    expect(await claim(db, id, terms)).toBe('busy');
    await settle(db, first, settlement(verdict(1)));
    expect(await claim(db, id, terms)).toMatchObject({ id, attempt: 1 });
  });

  it('has one submission running also when several are claimed at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ada = await enrol(db);
      const ids = [];
      for (let n = 0; n < 4; n += 1) ids.push((await send(db, ada, { exercise: `exercise-${n}` })).id);
      const answers = await Promise.all(ids.map((id) => claim(db, id, terms)));
      expect(answers.filter((answer) => typeof answer !== 'string')).toHaveLength(1);
      expect(answers.filter((answer) => answer === 'busy')).toHaveLength(3);
    }
  });

  it('does not wait for another person', async () => {
    await take(db, (await send(db, await enrol(db))).id);
    expect(await claim(db, (await send(db, await enrol(db))).id, terms)).toMatchObject({ attempt: 1 });
  });
});

describe('a claim', () => {
  it('does not expire while it is renewed', async () => {
    const { id } = await send(db, await enrol(db));
    const mine = await take(db, id);
    await letLeaseRunOut(db, id);
    expect(await renewClaim(db, mine, 60)).toBe(true);
    expect(await expireClaims(db)).toEqual([]);
  });

  it('can not be renewed once it expired, and the next one has a higher attempt', async () => {
    const { id } = await send(db, await enrol(db));
    const mine = await take(db, id);
    await letLeaseRunOut(db, id);
    expect(await expireClaims(db)).toMatchObject([{ id, attempt: 1 }]);
    expect(await renewClaim(db, mine, 60)).toBe(false);
    expect(await claim(db, id, { ...terms, owner: 'worker-2' })).toMatchObject({ attempt: 2, failures: 1 });
    expect(await renewClaim(db, mine, 60)).toBe(false);
  });
});
