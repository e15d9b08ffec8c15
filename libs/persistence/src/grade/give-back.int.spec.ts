import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { standingsOf } from './standings.js';
import { submissionById } from '../submission/submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import {
  enrol,
  letLeaseRunOut,
  notGraded,
  rowsAbout,
  send,
  settlement,
  take,
  verdict,
  statesTold,
} from '../testing/room.js';
import { claimOwners } from '../submission/claim-owners.js';
import { expireClaims, releaseClaims } from '../submission/put-back.js';
import { renewClaim } from '../submission/renew-claim.js';
import { settle } from './settle.js';
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
    expect(await statesTold(db, id)).toEqual(['queued', 'running', 'queued']);
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
      const events = await rowsAbout(db, 'cohort_event', id);
      expect(await giveBack(db, lost, cause)).toBe('lost');
      expect(await submissionById(db, id)).toMatchObject({ state: 'running' });
      expect(await rowsAbout(db, 'cohort_event', id)).toBe(events);
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

describe('what a worker held that is gone', () => {
  it('is queued again at once, with an audit entry, and nothing of others is', async () => {
    const [mine, other] = [await send(db, await enrol(db)), await send(db, await enrol(db))];
    await take(db, mine.id, 'worker-1/dead');
    await take(db, other.id, 'worker-1/alive');
    expect(await claimOwners(db)).toEqual(expect.arrayContaining(['worker-1/dead', 'worker-1/alive']));
    expect(await releaseClaims(db, ['worker-1/dead', 'worker-9/never-seen'])).toEqual([
      { id: mine.id, queue: 'warm', kind: 'submit', attempt: 1 },
    ]);
    expect((await statesTold(db, mine.id)).at(-1)).toBe('queued');
    expect(await submissionById(db, other.id)).toMatchObject({ state: 'running' });
    expect(await db.query('SELECT actor, details FROM audit_entry WHERE subject = $1', [mine.id])).toEqual([
      { actor: 'worker:worker-1/dead', details: { attempt: 1, detail: 'Its worker stopped.' } },
    ]);
  });

  it('is settled by one worker only, also when the first one lives after all', async () => {
    const { id } = await send(db, await enrol(db));
    const first = await take(db, id, 'worker-1/silent');
    await releaseClaims(db, ['worker-1/silent']);
    expect(await renewClaim(db, first, 60)).toBe(false);
    expect(await settle(db, first, settlement(verdict(1)))).toBe(false);
    const second = await take(db, id, 'worker-2/next');
    expect(second).toMatchObject({ attempt: 2, failures: 1 });
    expect(await settle(db, first, settlement(verdict(1)))).toBe(false);
    expect(await settle(db, second, settlement(verdict(0.5)))).toBe(true);
    expect(await submissionById(db, id)).toMatchObject({ state: 'graded', score: 0.5 });
  });

  it('is put back once when two look at the same moment', async () => {
    const { id } = await send(db, await enrol(db));
    await take(db, id, 'worker-3/dead');
    const found = await Promise.all([1, 2].map(() => releaseClaims(db, ['worker-3/dead'])));
    expect(found.flat()).toMatchObject([{ id }]);
    expect((await take(db, id)).failures).toBe(1);
  });
});

describe('an expired claim', () => {
  it('queues the submission again, with an audit entry that names the worker', async () => {
    const { id } = await send(db, await enrol(db));
    await take(db, id, 'worker-7');
    await letLeaseRunOut(db, id);
    expect(await expireClaims(db)).toMatchObject([{ id, attempt: 1 }]);
    expect((await statesTold(db, id)).at(-1)).toBe('queued');
    expect(await db.query('SELECT actor, action FROM audit_entry WHERE subject = $1', [id])).toEqual([
      { actor: 'worker:worker-7', action: 'submission.given-back' },
    ]);
  });

  it('is put back once when two reconcilers look at the same moment', async () => {
    const { id } = await send(db, await enrol(db));
    await take(db, id);
    await letLeaseRunOut(db, id);
    const found = await Promise.all([expireClaims(db), expireClaims(db)]);
    expect(found.flat()).toMatchObject([{ id }]);
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
