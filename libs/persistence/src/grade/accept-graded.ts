import type { SubmissionId, Verdict } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { accept, type Accepted, type NewSubmission } from '../submission/accept.js';
import { settleAtOnce } from './settle.js';

/**
 * Takes in answers to a quiz together with their verdict, in one transaction: what needs no sandbox waits for none.
 * Who has a verdict on a quiz has read what is right, so the first answers are the grade, and later ones are marked
 * as a retry. A known idempotency key gets the submission it got before, and no second verdict.
 * @param actor who graded it, as in the audit: `user:<id>` for one who answered a quiz
 */
export async function acceptGraded(
  db: EntityManager,
  submission: NewSubmission,
  verdict: Verdict,
  actor: string,
): Promise<Accepted> {
  return db.transaction(async (tx) => {
    const accepted = await accept(tx, submission);
    if (accepted.outcome !== 'new') return accepted;
    await markRetry(tx, accepted.id);
    const settlement = { verdict, integrity: [], exerciseDigest: submission.exerciseDigest };
    if (!(await settleAtOnce(tx, accepted.id, settlement, actor)))
      throw new Error('A submission that was just taken in could not be ended.');
    return { ...accepted, state: verdict.state };
  });
}

/** Those of the same moment wait for each other in `accept`. */
const markRetry = (tx: EntityManager, id: SubmissionId): Promise<unknown> =>
  tx.query(
    `UPDATE submission s SET retry = true
     WHERE s.id = $1 AND EXISTS (
       SELECT 1 FROM submission f
       WHERE f.enrolment_id = s.enrolment_id AND f.exercise = s.exercise AND f.kind = s.kind AND f.state = 'graded')`,
    [id],
  );
