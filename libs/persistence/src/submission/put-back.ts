import { queueNames, submissionIdSchema, submissionKindSchema } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { leaseRanOut, letGo } from '../claims.js';
import { rowsOf } from '../rows.js';
import { noteState } from '../live/note-state.js';

const putBackRow = z.object({
  id: submissionIdSchema,
  queue: z.enum(queueNames),
  kind: submissionKindSchema,
  /** The one that was lost. */
  attempt: z.number(),
});
/** A submission that waits again, because whoever graded it is gone. */
export type PutBack = Readonly<z.infer<typeof putBackRow>>;

/**
 * Puts submissions back whose worker has not renewed its claim in time: it died, or can't reach the
 * database. Returns the ones put back.
 */
export const expireClaims = (db: EntityManager): Promise<PutBack[]> =>
  putBack(db, leaseRanOut, 'The claim expired.');

/**
 * Puts back what these owners of claims hold, long before the claims expire: call it only when they are gone.
 * One that lives all the same has lost its claims, and writes nothing. Returns the ones put back.
 */
export const releaseClaims = (db: EntityManager, owners: readonly string[]): Promise<PutBack[]> =>
  putBack(db, `state = 'running' AND claim_owner = ANY($2)`, 'Its worker stopped.', [owners]);

/** Counts as a failure of infrastructure, so that a submission which kills workers comes to an end (`isExhausted`). */
function putBack(
  db: EntityManager,
  whose: string,
  detail: string,
  parameters: readonly unknown[] = [],
): Promise<PutBack[]> {
  return rowsOf(
    db,
    putBackRow,
    `WITH lost AS (
       SELECT id, attempt, claim_owner FROM submission
       WHERE ${whose}
       FOR UPDATE SKIP LOCKED
     ), returned AS (
       UPDATE submission s
       SET state = 'queued', failures = failures + 1, started_at = NULL, ${letGo}
       FROM lost WHERE s.id = lost.id
       RETURNING s.id, s.queue, s.kind, s.attempt, s.enrolment_id, s.failures
     ), audited AS (
       INSERT INTO audit_entry (actor, action, subject, details)
       SELECT 'worker:' || claim_owner, 'submission.given-back', id,
              jsonb_build_object('attempt', attempt, 'detail', $1::text)
       FROM lost
     ), noted AS (${noteState('returned', 'queued')})
     SELECT id, queue, kind, attempt FROM returned`,
    [detail, ...parameters],
  );
}
