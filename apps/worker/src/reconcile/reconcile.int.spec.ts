import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { gradeJobOptions, type EnrolmentId, type SubmissionId, type Verdict } from '@lakeproof/contracts';
import { claim, requestRegrade, settle, submissionById } from '@lakeproof/persistence';
import { statesTold, temporaryDatabase, type TemporaryDatabase } from '@lakeproof/persistence/testing';
import { Queue } from 'bullmq';
import type { EntityManager } from 'typeorm';
import { notRun } from '../grade/not-run.js';
import { ada, send } from '../testing/classroom.js';
import { emptyRedis, flush } from '../testing/redis.js';
import type { GradeQueues } from '../grade-queues.js';
import { reconcile } from './reconcile.js';

const files = [{ path: 'test_orders.py', content: 'def test_one(): pass' }];

let database: TemporaryDatabase;
let db: EntityManager;
let enrolment: EnrolmentId;
let redis: string;
let queues: GradeQueues;
beforeAll(async () => {
  redis = await emptyRedis(5);
  const queue = (name: string): GradeQueues['warm'] => new Queue(name, { connection: { url: redis } });
  queues = { warm: queue('warm'), cluster: queue('cluster') };
  database = await temporaryDatabase();
  db = database.dataSource.manager;
  enrolment = await ada(db);
});
afterEach(async () => {
  await flush(redis);
  await db.query('TRUNCATE submission, cohort_event CASCADE');
});
afterAll(async () => {
  await Promise.all(Object.values(queues).map((queue) => queue.close()));
  await database.drop();
});

const letLeaseRunOut = () => db.query(`UPDATE submission SET claim_expires_at = now() - interval '1 second'`);

async function settleAny(id: SubmissionId): Promise<void> {
  const claimed = await claim(db, id, { owner: 'worker-1', lease: 60 });
  if (typeof claimed === 'string') throw new Error(claimed);
  const { verdict } = notRun({ points: 10, variants: [] }, '', 0);
  const rejected: Verdict = { ...verdict, state: 'rejected', reason: 'no-tests' };
  await settle(db, claimed, { verdict: rejected, integrity: [], exerciseDigest: 'digest' });
}

describe('the reconciler', () => {
  it('enqueues what waits in Postgres but is not known in Redis, runs before submits', async () => {
    const submit = await send(db, enrolment, files);
    const run = await send(db, enrolment, files, 'run');
    expect(await reconcile(db, queues)).toEqual({ expired: [], enqueued: [submit, run] });
    const jobs = await queues.warm.getPrioritized();
    expect(jobs.map(({ id, name, data }) => ({ id, name, data }))).toEqual([
      { id: run, name: 'grade', data: { submissionId: run } },
      { id: submit, name: 'grade', data: { submissionId: submit } },
    ]);
  });

  it('enqueues regrades behind everything people wait for', async () => {
    const old = await send(db, enrolment, files);
    await settleAny(old);
    const regrade = await requestRegrade(db, old, 'user:trainer');
    const submit = await send(db, enrolment, files);
    expect((await reconcile(db, queues)).enqueued).toEqual([submit, regrade.id]);
    const jobs = await queues.warm.getPrioritized();
    expect(jobs.map(({ id, name }) => [id, name])).toEqual([
      [submit, 'grade'],
      [regrade.id, 'regrade'],
    ]);
    expect((await reconcile(db, queues)).enqueued).toEqual([]);
  });

  it('leaves alone what is enqueued already', async () => {
    const id = await send(db, enrolment, files);
    await queues.warm.add('grade', { submissionId: id }, gradeJobOptions(id, 'submit'));
    expect((await reconcile(db, queues)).enqueued).toEqual([]);
    expect(await queues.warm.count()).toBe(1);
  });

  it('adds one job when several reconcile at the same moment', async () => {
    await send(db, enrolment, files);
    await Promise.all([1, 2, 3].map(() => reconcile(db, queues)));
    expect(await queues.warm.count()).toBe(1);
  });

  it('enqueues again after Redis lost everything', async () => {
    const id = await send(db, enrolment, files);
    await reconcile(db, queues);
    await flush(redis);
    expect((await reconcile(db, queues)).enqueued).toEqual([id]);
  });

  it('puts back and enqueues what a dead worker held', async () => {
    const id = await send(db, enrolment, files);
    await claim(db, id, { owner: 'dead', lease: 60 });
    expect(await reconcile(db, queues)).toEqual({ expired: [], enqueued: [] });
    await letLeaseRunOut();
    expect(await reconcile(db, queues)).toEqual({ expired: [id], enqueued: [id] });
    expect((await submissionById(db, id))?.state).toBe('queued');
  });

  it('drops what was told long ago', async () => {
    const id = await send(db, enrolment, files);
    await reconcile(db, queues);
    expect(await statesTold(db, id)).toEqual(['queued']);
    await db.query(`UPDATE cohort_event SET at = now() - interval '8 days'`);
    await reconcile(db, queues);
    expect(await statesTold(db, id)).toEqual([]);
  });
});
