import {
  gradeJobName,
  gradeJobOptions,
  type GradeJob,
  type QueueName,
  type SubmissionId,
} from '@lakeproof/contracts';
import { expireClaims, waiting } from '@lakeproof/persistence';
import type { Queue } from 'bullmq';
import type { EntityManager } from 'typeorm';

export type GradeQueues = Readonly<Record<QueueName, Queue<GradeJob>>>;

/** Waiting submissions looked after in one round; the oldest first, the rest in the next. */
const mostAtOnce = 1000;

export interface Reconciled {
  /** Put back because their worker was not heard of any more. */
  readonly expired: readonly SubmissionId[];
  /** Waiting submissions whose job was not in Redis. */
  readonly enqueued: readonly SubmissionId[];
}

/** Makes Redis hold what Postgres says: puts back what dead workers held, and adds the jobs that are missing. */
export async function reconcile(db: EntityManager, queues: GradeQueues): Promise<Reconciled> {
  const expired = await expireClaims(db);
  const enqueued: SubmissionId[] = [];
  for (const { id, queue, kind } of await waiting(db, mostAtOnce)) {
    if (await queues[queue].getJob(id)) continue;
    await queues[queue].add(gradeJobName, { submissionId: id }, gradeJobOptions(id, kind));
    enqueued.push(id);
  }
  return { expired, enqueued };
}
