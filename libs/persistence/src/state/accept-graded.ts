import type { Verdict } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { accept, type Accepted, type NewSubmission } from './accept.js';
import { settleAtOnce } from './settle.js';

/**
 * Takes in a submission together with its verdict, in one transaction: what needs no sandbox waits for none.
 * A known idempotency key gets the submission it got before, and no second verdict.
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
    const settlement = { verdict, integrity: [], exerciseDigest: submission.exerciseDigest };
    if (!(await settleAtOnce(tx, accepted.id, settlement, actor)))
      throw new Error('A submission that was just taken in could not be ended.');
    return { ...accepted, state: verdict.state };
  });
}
