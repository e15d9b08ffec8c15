import type { EntityManager } from 'typeorm';
import { Submission } from './submission.js';

/** What a job in Redis is made of. */
export type WaitingSubmission = Readonly<Pick<Submission, 'id' | 'queue' | 'kind'>>;

/** The oldest `limit` submissions that wait: what the queues in Redis must hold. */
export const waiting = (db: EntityManager, limit: number): Promise<WaitingSubmission[]> =>
  db.find(Submission, {
    select: { id: true, queue: true, kind: true },
    where: { state: 'queued' },
    order: { createdAt: 'ASC', id: 'ASC' },
    take: limit,
  });
