import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isHeld, letGo } from '../claims.js';
import { rowOf } from '../rows.js';
import { addAudit } from '../audit/add-audit.js';
import type { Claim } from '../submission/claim.js';
import { noteState } from '../live/note-state.js';
import { settle, type Settlement } from './settle.js';

/** How often infrastructure may fail on one submission before it ends as `failed`. */
export const infrastructureTries = 3;

/** Whether infrastructure has failed on it too often to try again. */
export const isExhausted = ({ failures }: Pick<Claim, 'failures'>): boolean =>
  failures >= infrastructureTries;

/**
 * `interrupted`: the worker is stopping, nothing went wrong.
 * `infrastructure`: our fault; `failed` is how it ends when this was the last try, `detail` is for the audit log.
 */
export type GivingBack =
  | { readonly why: 'interrupted' }
  | { readonly why: 'infrastructure'; readonly detail: string; readonly failed: Settlement };

/**
 * Puts a claimed submission back into the queue, at its old place; after the last try it is settled as
 * failed instead. `lost`: the claim had been lost, and nothing was written.
 */
export async function giveBack(
  db: EntityManager,
  claim: Claim,
  cause: GivingBack,
): Promise<'queued' | 'failed' | 'lost'> {
  if (cause.why === 'interrupted') return requeue(db, claim, 0);
  if (isExhausted({ failures: claim.failures + 1 }))
    return (await settle(db, claim, cause.failed)) ? 'failed' : 'lost';
  return db.transaction(async (tx) => {
    const answer = await requeue(tx, claim, 1);
    if (answer === 'queued')
      await addAudit(tx, {
        actor: `worker:${claim.owner}`,
        action: 'submission.given-back',
        subject: claim.id,
        details: { attempt: claim.attempt, detail: cause.detail },
      });
    return answer;
  });
}

async function requeue(
  db: EntityManager,
  { id, attempt }: Claim,
  failures: 0 | 1,
): Promise<'queued' | 'lost'> {
  const row = await rowOf(
    db,
    z.object({ id: z.string() }),
    `WITH returned AS (
       UPDATE submission
       SET state = 'queued', failures = failures + $3, started_at = NULL, ${letGo}
       WHERE ${isHeld}
       RETURNING id, enrolment_id, failures
     ), noted AS (${noteState('returned', 'queued')})
     SELECT id FROM returned`,
    [id, attempt, failures],
  );
  return row ? 'queued' : 'lost';
}
