import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { outboxAfter } from '../queries/outbox-after.js';
import { standingsOf } from '../queries/standings.js';
import { submissionById } from '../queries/submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../temporary-database.js';
import { enrol, letLeaseRunOut, notGraded, rowsAbout, send, settlement, take } from '../testing/room.js';
import { expireClaims } from './expire-claims.js';
import { giveBack, infrastructureTries, isExhausted, type GivingBack } from './give-back.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

const ourFault: GivingBack = {
  why: 'infrastructure',
  detail: 'The engine did not answer.',
  failed: settlement(notGraded('failed')),
};

describe('giving a submission back', () => {
  it('queues it again and tells viewers', async () => {
    const { id } = await send(db, await enrol(db));
    expect(await giveBack(db, await take(db, id), ourFault)).toBe('queued');
    expect(await submissionById(db, id)).toMatchObject({ state: 'queued', verdict: null });
    expect((await outboxAfter(db, id, '0')).map(({ state }) => state)).toEqual([
      'queued',
      'running',
      'queued',
    ]);
    expect(await rowsAbout(db, 'audit_entry', id)).toBe(1);
  });

  it('ends as failed after the last try, and costs no attempt', async () => {
    const ada = await enrol(db);
    const { id } = await send(db, ada);
    const answers = [];
    for (let n = 0; n < infrastructureTries; n += 1)
      answers.push(await giveBack(db, await take(db, id), ourFault));
    expect(answers).toEqual(['queued', 'queued', 'failed']);
    expect(await submissionById(db, id)).toMatchObject({
      state: 'failed',
      verdict: { reason: 'infrastructure' },
    });
    expect(await standingsOf(db, ada)).toEqual(new Map());
  });

  it('never counts against it when the worker is only stopping', async () => {
    const { id } = await send(db, await enrol(db));
    for (let n = 0; n < infrastructureTries + 2; n += 1)
      expect(await giveBack(db, await take(db, id), { why: 'interrupted' })).toBe('queued');
    expect((await take(db, id)).failures).toBe(0);
  });

  it.each([{ why: 'interrupted' } as const, ourFault])(
    'writes nothing when the claim was lost ($why)',
    async (cause) => {
      const { id } = await send(db, await enrol(db));
      const lost = await take(db, id, 'worker-1');
      await giveBack(db, lost, { why: 'interrupted' });
      await take(db, id, 'worker-2');
      const events = await rowsAbout(db, 'outbox_event', id);
      expect(await giveBack(db, lost, cause)).toBe('lost');
      expect(await submissionById(db, id)).toMatchObject({ state: 'running' });
      expect(await rowsAbout(db, 'outbox_event', id)).toBe(events);
      expect(await rowsAbout(db, 'audit_entry', id)).toBe(0);
    },
  );

  it('frees the person for the next submission', async () => {
    const ada = await enrol(db);
    const first = await take(db, (await send(db, ada)).id);
    const { id } = await send(db, ada, { exercise: 'join-orders' });
    await giveBack(db, first, { why: 'interrupted' });
    expect((await take(db, id)).attempt).toBe(1);
  });
});

describe('an expired claim', () => {
  it('queues the submission again, with an audit entry that names the worker', async () => {
    const { id } = await send(db, await enrol(db));
    await take(db, id, 'worker-7');
    await letLeaseRunOut(db, id);
    expect(await expireClaims(db)).toEqual([id]);
    expect((await outboxAfter(db, id, '0')).at(-1)?.state).toBe('queued');
    expect(await db.query('SELECT actor, action FROM audit_entry WHERE subject = $1', [id])).toEqual([
      { actor: 'worker:worker-7', action: 'submission.given-back' },
    ]);
  });

  it('is put back once when two reconcilers look at the same moment', async () => {
    const { id } = await send(db, await enrol(db));
    await take(db, id);
    await letLeaseRunOut(db, id);
    const found = await Promise.all([expireClaims(db), expireClaims(db)]);
    expect(found.flat()).toEqual([id]);
    expect((await take(db, id)).failures).toBe(1);
  });

  it('makes a submission that kills its workers come to an end', async () => {
    const { id } = await send(db, await enrol(db));
    for (let n = 0; n < infrastructureTries; n += 1) {
      expect(isExhausted(await take(db, id))).toBe(false);
      await letLeaseRunOut(db, id);
      await expireClaims(db);
    }
    expect(isExhausted(await take(db, id))).toBe(true);
  });
});
