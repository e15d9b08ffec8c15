import {
  DomainError,
  enrolmentIdSchema,
  integrityNoteSchema,
  submissionIdSchema,
  submissionKindSchema,
  verdictSchema,
  type RegradeId,
  type SubmissionId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { jsonbText } from '../json.js';
import { noteState } from '../live/note-state.js';
import { rowOf } from '../rows.js';
import { gradeAnew } from '../grade/write-grade.js';
import { addAudit } from '../audit/add-audit.js';
import type { Settlement } from '../grade/settle.js';

export interface Applying {
  /** `user:<id>`. */
  readonly actor: string;
  /** Said by whoever has seen that somebody loses by it. */
  readonly mayLower: boolean;
}

const settlement = z.object({
  verdict: verdictSchema,
  integrity: z.array(integrityNoteSchema),
  exerciseDigest: z.string(),
});

const proposedRow = z.object({
  submission: submissionIdSchema,
  enrolment: enrolmentIdSchema,
  exercise: z.string(),
  kind: submissionKindSchema,
  proposal: settlement,
  current: settlement,
});

/**
 * Gives a submission the verdict its regrade proposes, in one transaction: verdict and state, the grade it
 * leads to, the old verdict into the regrade, an audit entry with both scores, the event for viewers.
 * @throws DomainError `invalid-request` when there is no proposal, or it lowers a score and nobody said it may
 */
export async function applyRegrade(
  db: EntityManager,
  id: RegradeId,
  { actor, mayLower }: Applying,
): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await lockProposal(tx, id);
    if (!row)
      throw new DomainError('invalid-request', 'This regrade proposes nothing that could be applied now.');
    const { submission, proposal, current } = row;
    const [from, to] = [current.verdict.score, proposal.verdict.score];
    if (!mayLower && (to ?? -1) < (from ?? -1))
      throw new DomainError(
        'invalid-request',
        `This regrade lowers the score from ${inWords(from)} to ${inWords(to)}. Confirm that it may, then apply it again.`,
      );
    await writeApplied(tx, id, submission, proposal, current);
    if (row.kind === 'submit') await gradeAnew(tx, row.enrolment, row.exercise);
    await addAudit(tx, {
      actor,
      action: 'submission.regraded',
      subject: submission,
      details: {
        regrade: id,
        from: { state: current.verdict.state, score: from, exerciseDigest: current.exerciseDigest },
        to: { state: proposal.verdict.state, score: to, exerciseDigest: proposal.exerciseDigest },
      },
    });
  });
}

const inWords = (score: number | null) => (score === null ? 'none' : String(score));

const lockProposal = (tx: EntityManager, id: RegradeId) =>
  rowOf(
    tx,
    proposedRow,
    `SELECT s.id AS submission, s.enrolment_id AS enrolment, s.exercise, s.kind, r.proposal,
       jsonb_build_object('verdict', s.verdict, 'integrity', s.integrity,
                          'exerciseDigest', s.exercise_digest) AS current
     FROM regrade r JOIN submission s ON s.id = r.submission_id
     WHERE r.id = $1 AND r.state = 'proposed' AND s.state IN ('graded', 'rejected')
     FOR UPDATE OF r, s`,
    [id],
  );

/** `settled_at` stays: of equal verdicts the first one's submission has the grade, whenever it was regraded. */
const writeApplied = (
  tx: EntityManager,
  id: RegradeId,
  submission: SubmissionId,
  { verdict, integrity, exerciseDigest }: Settlement,
  current: Settlement,
) =>
  rowOf(
    tx,
    z.object({ id: z.string() }),
    `WITH applied AS (
       UPDATE submission
       SET state = $3, verdict = $4, score = $5, exercise_digest = $6, integrity = $7
       WHERE id = $2
       RETURNING id, enrolment_id, failures
     ), kept AS (
       UPDATE regrade SET state = 'applied', replaced = $8, applied_at = now() WHERE id = $1
     ), noted AS (${noteState('applied', verdict.state)})
     SELECT id FROM applied`,
    [
      id,
      submission,
      verdict.state,
      jsonbText(verdict),
      verdict.score,
      exerciseDigest,
      jsonbText(integrity),
      jsonbText(current),
    ],
  );
