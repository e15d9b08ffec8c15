import { submissionIdSchema, type SubmissionId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';
import { noteState } from './outbox.js';

/**
 * Puts submissions back whose worker has not renewed its claim in time: it died, or can't reach the
 * database. Counts as a failure of infrastructure, so that a submission which kills workers comes to an
 * end (`isExhausted`). Returns the ones put back.
 */
export async function expireClaims(db: EntityManager): Promise<SubmissionId[]> {
  const rows = await rowsOf(
    db,
    z.object({ id: submissionIdSchema }),
    `WITH expired AS (
       SELECT id, attempt, claim_owner FROM submission
       WHERE state = 'running' AND claim_expires_at < now()
       FOR UPDATE SKIP LOCKED
     ), returned AS (
       UPDATE submission s
       SET state = 'queued', failures = failures + 1, claim_owner = NULL, claim_expires_at = NULL,
           started_at = NULL
       FROM expired WHERE s.id = expired.id
       RETURNING s.id
     ), audited AS (
       INSERT INTO audit_entry (actor, action, subject, details)
       SELECT 'worker:' || claim_owner, 'submission.given-back', id,
              jsonb_build_object('attempt', attempt, 'detail', 'The claim expired.')
       FROM expired
     ), noted AS (${noteState('returned', 'queued')})
     SELECT id FROM returned`,
  );
  return rows.map(({ id }) => id);
}
