import {
  submissionIdSchema,
  submissionKindSchema,
  queueNames,
  type QueueName,
  type SubmissionId,
  type SubmissionKind,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';

export interface WaitingSubmission {
  readonly id: SubmissionId;
  readonly queue: QueueName;
  readonly kind: SubmissionKind;
}

const waitingRow = z.object({
  id: submissionIdSchema,
  queue: z.enum(queueNames),
  kind: submissionKindSchema,
});

/** The oldest `limit` submissions that wait: what the queues in Redis must hold. */
export const waiting = (db: EntityManager, limit: number): Promise<WaitingSubmission[]> =>
  rowsOf(
    db,
    waitingRow,
    `SELECT id, queue, kind FROM submission WHERE state = 'queued' ORDER BY created_at, id LIMIT $1`,
    [limit],
  );
