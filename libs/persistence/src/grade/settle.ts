import {
  enrolmentIdSchema,
  submissionKindSchema,
  type IntegrityNote,
  type SubmissionId,
  type Verdict,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { letGo } from '../claims.js';
import { jsonbText } from '../json.js';
import { rowOf } from '../rows.js';
import { addAudit } from '../audit/add-audit.js';
import type { Claim } from '../submission/claim.js';
import { raiseGrade } from './write-grade.js';
import { noteState } from '../live/note-state.js';

export interface Settlement {
  readonly verdict: Verdict;
  /** What the trainer is told beside it. */
  readonly integrity: readonly IntegrityNote[];
  /** The exercise version it was graded against. */
  readonly exerciseDigest: string;
}

const settledRow = z.object({
  enrolment: enrolmentIdSchema,
  exercise: z.string(),
  kind: submissionKindSchema,
});

/**
 * Ends a submission by its verdict, in one transaction: verdict and state, the participant's grade, the
 * audit entry, the event for viewers. False, and nothing written, when the claim was lost.
 */
export async function settle(db: EntityManager, claim: Claim, settlement: Settlement): Promise<boolean> {
  const { id, attempt, owner } = claim;
  return db.transaction((tx) => end(tx, { id, attempt, from: 'running' }, settlement, `worker:${owner}`));
}

/**
 * Ends a submission that was just taken in and needs no worker. Call it in the transaction that took it
 * in: nobody else has seen it then, so that it never waits. False, and nothing written, when it no longer waits.
 */
export const settleAtOnce = (
  tx: EntityManager,
  id: SubmissionId,
  settlement: Settlement,
  actor: string,
): Promise<boolean> => end(tx, { id, attempt: 0, from: 'queued' }, settlement, actor);

/** The one state from which a submission may be ended. */
interface Guard {
  readonly id: SubmissionId;
  readonly attempt: number;
  readonly from: 'running' | 'queued';
}

async function end(tx: EntityManager, guard: Guard, settlement: Settlement, actor: string): Promise<boolean> {
  const settled = await writeVerdict(tx, guard, settlement);
  if (!settled) return false;
  const { verdict } = settlement;
  if (settled.kind === 'submit' && verdict.state === 'graded')
    await raiseGrade(tx, settled.enrolment, guard.id, verdict);
  await addAudit(tx, {
    actor,
    action: `submission.${verdict.state}`,
    subject: guard.id,
    details: {
      exercise: settled.exercise,
      kind: settled.kind,
      attempt: guard.attempt,
      score: verdict.score,
      reason: verdict.reason,
    },
  });
  return true;
}

const writeVerdict = (tx: EntityManager, guard: Guard, { verdict, integrity, exerciseDigest }: Settlement) =>
  rowOf(
    tx,
    settledRow,
    `WITH settled AS (
       UPDATE submission
       SET state = $3, verdict = $4, score = $5, exercise_digest = $6, integrity = $7,
           settled_at = now(), ${letGo}
       WHERE id = $1 AND attempt = $2 AND state = $8
       RETURNING id, enrolment_id, failures, exercise, kind
     ), noted AS (${noteState('settled', verdict.state)})
     SELECT enrolment_id AS enrolment, exercise, kind FROM settled`,
    [
      guard.id,
      guard.attempt,
      verdict.state,
      jsonbText(verdict),
      verdict.score,
      exerciseDigest,
      jsonbText(integrity),
      guard.from,
    ],
  );
