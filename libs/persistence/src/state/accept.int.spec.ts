import { enrolmentIdSchema } from '@lakeproof/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { outboxAfter } from '../queries/outbox-after.js';
import { submissionById, submissionsOf } from '../queries/submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../temporary-database.js';
import { enrol, enrolAgain, send, take } from '../testing/room.js';
import { mostWaiting } from './accept.js';

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
    expect((await outboxAfter(db, id, '0')).map((event) => event.state)).toEqual(['queued']);
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

describe('a newer run', () => {
  it('replaces the files of the run that waits, and both keys lead to it', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada, { kind: 'run', idempotencyKey: 'one' });
    const second = await send(db, ada, { kind: 'run', idempotencyKey: 'two', content: 'newer' });
    expect(second).toEqual({ id: first.id, state: 'queued', outcome: 'replaced' });
    expect((await submissionById(db, first.id))?.files[0]?.content).toBe('newer');
    for (const again of [{ idempotencyKey: 'one' }, { idempotencyKey: 'two', content: 'newer' }])
      expect(await send(db, ada, { kind: 'run', ...again })).toMatchObject({
        id: first.id,
        outcome: 'known',
      });
  });

  it.each([
    ['a run that is running already', { kind: 'run' }, true],
    ['a submit that waits', { kind: 'submit' }, false],
    ['a run of another exercise', { kind: 'run', exercise: 'join-orders' }, false],
  ] as const)('leaves %s alone', async (_what, older, running) => {
    const ada = await enrol(db);
    const first = await send(db, ada, { ...older, content: 'older' });
    if (running) await take(db, first.id);
    const second = await send(db, ada, { kind: 'run', content: 'newer' });
    expect(second.id).not.toBe(first.id);
    expect((await submissionById(db, first.id))?.files[0]?.content).toBe('older');
  });

  it('leaves the run of another person alone', async () => {
    const ada = await send(db, await enrol(db), { kind: 'run' });
    expect((await send(db, await enrol(db), { kind: 'run' })).id).not.toBe(ada.id);
  });
});

describe('a newer submit', () => {
  it('waits beside the older one', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada);
    expect((await send(db, ada)).id).not.toBe(first.id);
  });
});

describe('a person for whom as many submissions wait as may', () => {
  async function hoarder() {
    const ada = await enrol(db);
    const ids = [];
    for (let n = 0; n < mostWaiting; n += 1) ids.push((await send(db, ada)).id);
    return { ada, ids };
  }

  it.each(['submit', 'run'] as const)('is told to wait before another %s', async (kind) => {
    const { ada } = await hoarder();
    await expect(send(db, ada, { kind })).rejects.toMatchObject({
      code: 'too-many-requests',
      detail: expect.stringContaining('Wait until one has its result') as unknown,
    });
    expect(await submissionsOf(db, ada, 'clean-orders')).toHaveLength(mostWaiting);
  });

  it('gets no further in another cohort', async () => {
    const { ada } = await hoarder();
    await expect(send(db, await enrolAgain(db, ada))).rejects.toMatchObject({ code: 'too-many-requests' });
  });

  it('is taken in again once one of them is at work', async () => {
    const { ada, ids } = await hoarder();
    if (ids[0]) await take(db, ids[0]);
    expect((await send(db, ada)).outcome).toBe('new');
  });

  it('still replaces a run that waits, and is answered by a known key', async () => {
    const ada = await enrol(db);
    const run = await send(db, ada, { kind: 'run', idempotencyKey: 'run' });
    for (let n = 1; n < mostWaiting; n += 1) await send(db, ada);
    expect(await send(db, ada, { kind: 'run' })).toMatchObject({ id: run.id, outcome: 'replaced' });
    expect(await send(db, ada, { kind: 'run', idempotencyKey: 'run' })).toMatchObject({
      id: run.id,
      outcome: 'known',
    });
  });

  it('keeps nobody else from sending', async () => {
    await hoarder();
    expect((await send(db, await enrol(db))).outcome).toBe('new');
  });

  it('gets no more in by sending all at once', async () => {
    const ada = await enrol(db);
    const answers = await Promise.allSettled(Array.from({ length: mostWaiting + 5 }, () => send(db, ada)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostWaiting);
  });
});
