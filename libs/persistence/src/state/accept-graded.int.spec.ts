import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { outboxAfter } from '../queries/outbox-after.js';
import { standingsOf } from '../queries/standings.js';
import { submissionById } from '../queries/submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../temporary-database.js';
import { enrol, rowsAbout, send, take, verdict } from '../testing/room.js';
import { acceptGraded } from './accept-graded.js';
import { waiting } from './waiting.js';

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
    expect((await outboxAfter(db, accepted.id, '0')).map(({ state }) => state)).toEqual(['queued', 'graded']);
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
