import { enrolmentIdSchema, queueNames } from '@lakeproof/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { submissionById, submissionsOf } from './submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol, send, take, statesTold } from '../testing/room.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

describe('accepting a submission', () => {
  it('keeps it queued with its files and tells viewers', async () => {
    const ada = await enrol(db);
    const { id, state, outcome } = await send(db, ada, { content: 'def test_a(): assert True' });
    expect({ state, outcome }).toEqual({ state: 'queued', outcome: 'new' });
    expect((await submissionById(db, id))?.files).toEqual([
      { path: 'test_orders.py', content: 'def test_a(): assert True' },
    ]);
    expect(await statesTold(db, id)).toEqual(['queued']);
  });

  it.each(queueNames)('takes it into the queue %s', async (queue) => {
    const { id } = await send(db, await enrol(db), { queue });
    expect(await submissionById(db, id)).toMatchObject({ queue });
  });

  it('refuses who is not enrolled', async () => {
    await expect(send(db, enrolmentIdSchema.parse(randomUUID()))).rejects.toMatchObject({
      code: 'no-enrolment',
    });
  });
});

describe('an idempotency key', () => {
  it('is answered with the same submission, also when it has moved on', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada, { idempotencyKey: 'k' });
    await take(db, first.id);
    const second = await send(db, ada, { idempotencyKey: 'k' });
    expect(second).toEqual({ id: first.id, state: 'running', outcome: 'known' });
  });

  it.each([
    ['another exercise', { exercise: 'join-orders' }],
    ['another kind', { kind: 'run' }],
    ['other files', { content: 'other' }],
  ] as const)('is refused with %s, instead of answered with what it does not mean', async (_, other) => {
    const ada = await enrol(db);
    await send(db, ada, { idempotencyKey: 'k' });
    await expect(send(db, ada, { idempotencyKey: 'k', ...other })).rejects.toMatchObject({
      code: 'key-reused',
    });
  });

  it('from before its content was kept is answered as it was then', async () => {
    const ada = await enrol(db);
    const { id } = await send(db, ada, { idempotencyKey: 'k' });
    await db.query('UPDATE submission_key SET content_digest = NULL WHERE submission_id = $1', [id]);
    expect(await send(db, ada, { idempotencyKey: 'k', content: 'other' })).toMatchObject({ id });
  });

  it('makes one submission of many equal requests at the same moment', async () => {
    const ada = await enrol(db);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => send(db, ada, { idempotencyKey: 'k' })),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ outcome }) => outcome === 'new')).toHaveLength(1);
    expect(await submissionsOf(db, ada, 'clean-orders')).toHaveLength(1);
  });

  it('belongs to one enrolment', async () => {
    const ada = await send(db, await enrol(db), { idempotencyKey: 'k' });
    const grace = await send(db, await enrol(db), { idempotencyKey: 'k' });
    expect(grace.id).not.toBe(ada.id);
  });
});
