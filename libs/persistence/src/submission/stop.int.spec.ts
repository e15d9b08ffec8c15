import { submissionIdSchema } from '@lakeproof/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { standingsOf } from '../grade/standings.js';
import { submissionById } from './submissions.js';
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
import { claim } from './claim.js';
import { giveBack } from '../grade/give-back.js';
import { expireClaims } from './put-back.js';
import { requestRegrade } from '../regrade/request.js';
import { renewClaim } from './renew-claim.js';
import { settle } from '../grade/settle.js';
import { stop, type Stopping } from './stop.js';
import { waiting } from './waiting.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

const asked: Stopping = { actor: 'user:ada', why: 'asked' };
const states = (id: Parameters<typeof statesTold>[1]) => statesTold(db, id);

describe('a submission that its author stops', () => {
  it('while it waits ends without a verdict, is told to viewers and written down', async () => {
    const { id } = await send(db, await enrol(db));
    expect(await stop(db, id, asked)).toBe(true);
    expect(await submissionById(db, id)).toMatchObject({
      state: 'stopped',
      verdict: null,
      score: null,
      position: 0,
      settledAt: expect.any(Date) as unknown,
    });
    expect(await states(id)).toEqual(['queued', 'stopped']);
    expect(await db.query('SELECT actor, action, details FROM audit_entry WHERE subject = $1', [id])).toEqual(
      [
        {
          actor: 'user:ada',
          action: 'submission.stopped',
          details: { exercise: 'clean-orders', kind: 'submit', attempt: 0, from: 'queued', why: 'asked' },
        },
      ],
    );
  });

  it('is claimed by no worker and enqueued by no reconciler', async () => {
    const { id } = await send(db, await enrol(db));
    await stop(db, id, asked);
    expect(await claim(db, id, { owner: 'worker-1', lease: 60 })).toBe('gone');
    expect((await waiting(db, 1000)).map((row) => row.id)).not.toContain(id);
  });

  it('while it runs is lost to its worker, which can neither settle nor give it back', async () => {
    const ada = await enrol(db);
    const { id } = await send(db, ada);
    const held = await take(db, id);
    expect(await stop(db, id, asked)).toBe(true);
    expect(await renewClaim(db, held, 60)).toBe(false);
    expect(await settle(db, held, settlement(verdict(1)))).toBe(false);
    expect(await giveBack(db, held, { why: 'interrupted' })).toBe('lost');
    const infrastructure = {
      why: 'infrastructure',
      detail: '',
      failed: settlement(notGraded('failed')),
    } as const;
    expect(await giveBack(db, held, infrastructure)).toBe('lost');
    expect(await states(id)).toEqual(['queued', 'running', 'stopped']);
    expect(await standingsOf(db, ada)).toEqual(new Map());
  });

  it('stays so when the lease of its dead worker runs out', async () => {
    const { id } = await send(db, await enrol(db));
    await take(db, id);
    await stop(db, id, asked);
    expect((await expireClaims(db)).map((putBack) => putBack.id)).not.toContain(id);
    expect(await submissionById(db, id)).toMatchObject({ state: 'stopped' });
  });

  it('can be stopped after its worker died, too', async () => {
    const { id } = await send(db, await enrol(db));
    await take(db, id);
    await letLeaseRunOut(db, id);
    await expireClaims(db);
    expect(await stop(db, id, asked)).toBe(true);
  });

  it('leaves the next one of the same person to be claimed at once', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada);
    await take(db, first.id);
    await stop(db, first.id, asked);
    const next = await send(db, ada, { content: 'def test_mended(): pass' });
    expect(await take(db, next.id)).toMatchObject({ id: next.id });
  });

  it('has nothing that could be graded again', async () => {
    const { id } = await send(db, await enrol(db));
    await stop(db, id, asked);
    await expect(requestRegrade(db, id, 'user:trainer')).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('of several who ask at once is stopped by one', async () => {
    const { id } = await send(db, await enrol(db));
    const answers = await Promise.all([1, 2, 3, 4].map(() => stop(db, id, asked)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await rowsAbout(db, 'audit_entry', id)).toBe(1);
  });
});

describe('a submission that is stopped in the moment in which a worker', () => {
  const moments = 15;

  it('claims it, ends as stopped, whoever was first', async () => {
    for (let moment = 0; moment < moments; moment += 1) {
      const { id } = await send(db, await enrol(db));
      const [answer, stopped] = await Promise.all([
        claim(db, id, { owner: 'worker-1', lease: 60 }),
        stop(db, id, asked),
      ]);
      expect(stopped).toBe(true);
      expect(await submissionById(db, id)).toMatchObject({ state: 'stopped' });
      expect(await states(id)).toEqual(
        answer === 'gone' ? ['queued', 'stopped'] : ['queued', 'running', 'stopped'],
      );
    }
  });

  it('settles it, has either a verdict or none', async () => {
    for (let moment = 0; moment < moments; moment += 1) {
      const { id } = await send(db, await enrol(db));
      const held = await take(db, id);
      const [settled, stopped] = await Promise.all([
        settle(db, held, settlement(verdict(1))),
        stop(db, id, asked),
      ]);
      expect(settled).toBe(!stopped);
      expect((await submissionById(db, id))?.state).toBe(stopped ? 'stopped' : 'graded');
    }
  });
});

describe('a submission that has ended', () => {
  it('keeps its verdict when somebody stops it too late', async () => {
    const { id } = await send(db, await enrol(db));
    await settle(db, await take(db, id), settlement(verdict(1)));
    expect(await stop(db, id, asked)).toBe(false);
    expect(await submissionById(db, id)).toMatchObject({ state: 'graded', score: 1 });
    expect(await states(id)).toEqual(['queued', 'running', 'graded']);
  });

  it('or never was, is not stopped', async () => {
    expect(await stop(db, submissionIdSchema.parse(randomUUID()), asked)).toBe(false);
  });
});
