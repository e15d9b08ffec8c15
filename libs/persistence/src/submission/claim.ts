import {
  storedFileSchema,
  submissionIdSchema,
  submissionKindSchema,
  type SubmissionFiles,
  type SubmissionId,
  type SubmissionKind,
} from '@lakeproof/contracts';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';
import { take, waits } from '../claims.js';
import { noteState } from '../live/note-state.js';
import { Submission } from './submission.js';

/** What a worker holds while it grades. `attempt` fences: once it is outdated, nothing can be written. */
export interface Claim {
  readonly id: SubmissionId;
  readonly attempt: number;
  /** The worker's name. */
  readonly owner: string;
  readonly exercise: string;
  readonly exerciseDigest: string;
  readonly kind: SubmissionKind;
  readonly files: SubmissionFiles;
  /** How often infrastructure failed on it before. */
  readonly failures: number;
  /** Seconds from being accepted to this claim. */
  readonly queuedSeconds: number;
}

/**
 * `busy`: it waits, but another submission of the same person runs: try again later.
 * `gone`: another worker was faster, or it has ended, or there is no such submission: drop it.
 */
export type ClaimAnswer = Claim | 'busy' | 'gone';

export interface ClaimTerms {
  readonly owner: string;
  /** Seconds until the claim expires unless it is renewed. */
  readonly lease: number;
}

const claimRow = z.object({
  id: submissionIdSchema,
  attempt: z.number(),
  owner: z.string(),
  exercise: z.string(),
  exerciseDigest: z.string(),
  kind: submissionKindSchema,
  files: z.array(storedFileSchema),
  failures: z.number(),
  queuedSeconds: z.number(),
});

/**
 * Takes the submission for this worker: one UPDATE, guarded by its state and by the rule that a person has
 * at most one submission running. Call it outside a transaction.
 */
export async function claim(db: EntityManager, id: SubmissionId, terms: ClaimTerms): Promise<ClaimAnswer> {
  return (
    (await claimRowOf(db, id, terms)) ??
    ((await db.existsBy(Submission, { id, state: 'queued' })) ? 'busy' : 'gone')
  );
}

async function claimRowOf(db: EntityManager, id: SubmissionId, { owner, lease }: ClaimTerms) {
  try {
    return await rowOf(
      db,
      claimRow,
      `WITH claimed AS (
         UPDATE submission s
         SET ${take}, started_at = now()
         WHERE id = $1 AND ${waits} AND NOT EXISTS (
           SELECT 1 FROM submission r WHERE r.enrolment_id = s.enrolment_id AND r.state = 'running')
         RETURNING *
       ), noted AS (${noteState('claimed', 'running')})
       SELECT id, attempt, claim_owner AS owner, exercise, exercise_digest AS "exerciseDigest", kind, files,
              failures, extract(epoch FROM now() - created_at)::float8 AS "queuedSeconds"
       FROM claimed`,
      [id, owner, lease],
    );
  } catch (error) {
    // Two claims for one person at the same moment: NOT EXISTS sees neither, the unique index refuses one.
    if (violates(error, 'submission_one_running')) return undefined;
    throw error;
  }
}

const violates = (error: unknown, constraint: string): boolean =>
  error instanceof QueryFailedError &&
  z.object({ constraint: z.literal(constraint) }).safeParse(error.driverError).success;
