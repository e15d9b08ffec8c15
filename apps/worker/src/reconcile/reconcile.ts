import { gradeJobOptions, regradeJobOptions, type RegradeId, type SubmissionId } from '@lakeproof/contracts';
import {
  expireClaims,
  expireRegradeClaims,
  sweepEvents,
  waiting,
  waitingRegrades,
} from '@lakeproof/persistence';
import type { EntityManager } from 'typeorm';
import type { GradeQueues } from '../grade-queues.js';

/** Waiting submissions looked after in one round: the oldest, and those behind them when these have been graded. */
const mostAtOnce = 1000;

export interface Reconciled {
  /** Put back because their worker was not heard of any more. */
  readonly expired: readonly SubmissionId[];
  /** Waiting submissions, and regrades, whose job was not in Redis. */
  readonly enqueued: readonly (SubmissionId | RegradeId)[];
}

/**
 * Makes Redis hold what Postgres says: puts back what dead workers held, and adds the jobs that are missing. What was
 * told long ago is dropped.
 */
export async function reconcile(db: EntityManager, queues: GradeQueues): Promise<Reconciled> {
  const expired = (await expireClaims(db)).map(({ id }) => id);
  await expireRegradeClaims(db);
  const enqueued: (SubmissionId | RegradeId)[] = [];
  for (const { id, queue, kind } of await waiting(db, mostAtOnce)) {
    if (await queues[queue].getJob(id)) continue;
    await queues[queue].add('grade', { submissionId: id }, gradeJobOptions(id, kind));
    enqueued.push(id);
  }
  for (const { id, queue } of await waitingRegrades(db, mostAtOnce)) {
    if (await queues[queue].getJob(id)) continue;
    await queues[queue].add('regrade', { regradeId: id }, regradeJobOptions(id));
    enqueued.push(id);
  }
  await sweepEvents(db);
  return { expired, enqueued };
}
