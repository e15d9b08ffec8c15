import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { standingsOf } from './standings.js';
import { submissionById, submissionsOf } from '../submission/submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol, rowsAbout, send, settlement, take, verdict, statesTold } from '../testing/room.js';
import { acceptGraded } from './accept-graded.js';
import { applyRegrade } from '../regrade/apply.js';
import { claimRegrade } from '../regrade/claim.js';
import { proposeRegrade } from '../regrade/propose.js';
import { requestRegrade } from '../regrade/request.js';
import { waiting } from '../submission/waiting.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

const quiz = (enrolment: Awaited<ReturnType<typeof enrol>>, key: string = randomUUID()) => ({
  enrolment,
  exercise: 'day-1-opening',
  exerciseDigest: 'digest-1',
  queue: 'warm' as const,
  kind: 'submit' as const,
  files: [{ path: 'answers.json', content: '{}' }],
  idempotencyKey: key,
});

describe('a submission that comes with its verdict', () => {
  it('is graded at once, with grade, audit entry and the events of every submission', async () => {
    const ada = await enrol(db);
    const accepted = await acceptGraded(db, quiz(ada), verdict(0.5), 'user:ada');
    expect(accepted).toMatchObject({ state: 'graded', outcome: 'new' });
    expect(await submissionById(db, accepted.id)).toMatchObject({ state: 'graded', verdict: verdict(0.5) });
    expect((await standingsOf(db, ada)).get('day-1-opening')).toEqual({
      attempts: 1,
      bestScore: 0.5,
      points: 5,
    });
    expect(await rowsAbout(db, 'audit_entry', accepted.id)).toBe(1);
    expect(await statesTold(db, accepted.id)).toEqual(['queued', 'graded']);
    expect(await waiting(db, 10)).toEqual([]);
  });

  it('keeps its first verdict when the same key comes again', async () => {
    const submission = quiz(await enrol(db));
    const first = await acceptGraded(db, submission, verdict(0.5), 'user:ada');
    const again = await acceptGraded(db, submission, verdict(1), 'user:ada');
    expect(again).toEqual({ id: first.id, state: 'graded', outcome: 'known' });
    expect(await submissionById(db, first.id)).toMatchObject({ score: 0.5 });
  });

  it('does not end what waits under the same key for a worker', async () => {
    const ada = await enrol(db);
    const { id } = await send(db, ada, { idempotencyKey: 'the-same-key' });
    const again = acceptGraded(db, quiz(ada, 'the-same-key'), verdict(1), 'user:ada');
    await expect(again).rejects.toMatchObject({ code: 'key-reused' });
    expect(await submissionById(db, id)).toMatchObject({ state: 'queued' });
  });

  it('may come while a sandbox runs something else of the same person', async () => {
    const ada = await enrol(db);
    await take(db, (await send(db, ada)).id);
    expect(await acceptGraded(db, quiz(ada), verdict(1), 'user:ada')).toMatchObject({ state: 'graded' });
  });
});

describe('answers to a quiz that was answered before', () => {
  const standingOf = async (enrolment: Awaited<ReturnType<typeof enrol>>) =>
    (await standingsOf(db, enrolment)).get('day-1-opening');

  it('are marked as a retry: the grade stays with the first ones, however good they are', async () => {
    const ada = await enrol(db);
    const first = await acceptGraded(db, quiz(ada), verdict(0.5), 'user:ada');
    const better = await acceptGraded(db, quiz(ada), verdict(1), 'user:ada');
    expect(await submissionById(db, first.id)).toMatchObject({ retry: false, score: 0.5 });
    expect(await submissionById(db, better.id)).toMatchObject({ retry: true, state: 'graded', score: 1 });
    expect(await standingOf(ada)).toEqual({ attempts: 1, bestScore: 0.5, points: 5 });
  });

  it('are a retry for all but one of those that come in the same moment', async () => {
    const ada = await enrol(db);
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => acceptGraded(db, quiz(ada), verdict(n / 10), 'user:ada')),
    );
    const all = await submissionsOf(db, ada, 'day-1-opening');
    const [first, ...others] = all.filter(({ retry }) => !retry);
    expect(others).toEqual([]);
    expect((await standingOf(ada))?.bestScore).toBe(first?.score);
  });

  it('keep their mark through a regrade, which gives the grade to the first ones again', async () => {
    const ada = await enrol(db);
    const first = await acceptGraded(db, quiz(ada), verdict(0.5), 'user:ada');
    const retry = await acceptGraded(db, quiz(ada), verdict(1), 'user:ada');
    for (const [{ id }, score] of [
      [first, 0.25],
      [retry, 1],
    ] as const) {
      const regrade = await requestRegrade(db, id, 'user:trainer');
      const held = await claimRegrade(db, regrade.id, { owner: 'worker-1', lease: 60 });
      if (!held) throw new Error('not claimed');
      await proposeRegrade(db, held, settlement(verdict(score)));
      await applyRegrade(db, regrade.id, { actor: 'user:trainer', mayLower: true });
      expect((await standingOf(ada))?.bestScore).toBe(0.25);
    }
  });

  it('of one person are no retry for another', async () => {
    await acceptGraded(db, quiz(await enrol(db)), verdict(0.5), 'user:ada');
    const grace = await acceptGraded(db, quiz(await enrol(db)), verdict(1), 'user:grace');
    expect(await submissionById(db, grace.id)).toMatchObject({ retry: false });
  });
});
