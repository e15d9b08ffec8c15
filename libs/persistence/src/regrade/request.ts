import {
  DomainError,
  queueNames,
  regradeIdSchema,
  type QueueName,
  type RegradeId,
  type SubmissionId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isOpen } from '../claims.js';
import { rowOf } from '../rows.js';
import { addAudit } from '../audit/add-audit.js';

export interface RequestedRegrade {
  readonly id: RegradeId;
  readonly queue: QueueName;
}

const requested = z.object({ id: regradeIdSchema, queue: z.enum(queueNames) });

/**
 * Has a graded or rejected submission graded once more. It keeps its verdict meanwhile, and it costs no
 * attempt. While one regrade of a submission waits or runs, asking again gives that one.
 * @param actor `user:<id>`
 * @throws DomainError `invalid-request` when the submission has no verdict to compare with
 */
export async function requestRegrade(
  db: EntityManager,
  submission: SubmissionId,
  actor: string,
): Promise<RequestedRegrade> {
  return db.transaction(async (tx) => {
    const created = await rowOf(
      tx,
      requested,
      `WITH created AS (
         INSERT INTO regrade (submission_id, requested_by)
         SELECT id, $2 FROM submission WHERE id = $1 AND state IN ('graded', 'rejected')
         ON CONFLICT (submission_id) WHERE ${isOpen} DO NOTHING
         RETURNING id, submission_id
       )
       SELECT c.id, s.queue FROM created c JOIN submission s ON s.id = c.submission_id`,
      [submission, actor],
    );
    if (created)
      await addAudit(tx, {
        actor,
        action: 'submission.regrade-requested',
        subject: submission,
        details: { regrade: created.id },
      });
    const regrade = created ?? (await openRegrade(tx, submission));
    if (regrade) return regrade;
    throw new DomainError(
      'invalid-request',
      'Only a submission that has its verdict can be graded again. Wait until it is graded.',
    );
  });
}

const openRegrade = (tx: EntityManager, submission: SubmissionId) =>
  rowOf(
    tx,
    requested,
    `SELECT r.id, s.queue FROM regrade r JOIN submission s ON s.id = r.submission_id
     WHERE r.submission_id = $1 AND r.${isOpen}`,
    [submission],
  );
