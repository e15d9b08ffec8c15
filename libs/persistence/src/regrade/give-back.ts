import { regradeIdSchema, type RegradeId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isHeld, leaseRanOut, letGo } from '../claims.js';
import { rowOf, rowsOf } from '../rows.js';
import { infrastructureTries } from '../grade/give-back.js';
import type { RegradeClaim } from './claim.js';

const ended = z.object({ state: z.enum(['queued', 'failed']) });

/**
 * Puts a claimed regrade back; after the last failure of infrastructure it ends as `failed`, and the
 * submission keeps the verdict it has. `lost`: the claim had been lost, and nothing was written.
 * @param why `interrupted` counts as no failure
 */
export async function giveBackRegrade(
  db: EntityManager,
  { id, attempt }: RegradeClaim,
  why: 'interrupted' | 'infrastructure',
): Promise<'queued' | 'failed' | 'lost'> {
  const row = await rowOf(
    db,
    ended,
    `WITH returned AS (
       UPDATE regrade
       SET state = CASE WHEN failures + $3 >= $4 THEN 'failed' ELSE 'queued' END, failures = failures + $3,
           ${letGo}
       WHERE ${isHeld}
       RETURNING state
     ) SELECT state FROM returned`,
    [id, attempt, why === 'infrastructure' ? 1 : 0, infrastructureTries],
  );
  return row?.state ?? 'lost';
}

/** The same for regrades whose worker was not heard of in time. Returns the ones that wait again. */
export async function expireRegradeClaims(db: EntityManager): Promise<RegradeId[]> {
  const rows = await rowsOf(
    db,
    ended.extend({ id: regradeIdSchema }),
    `WITH returned AS (
       UPDATE regrade
       SET state = CASE WHEN failures + 1 >= $1 THEN 'failed' ELSE 'queued' END, failures = failures + 1,
           ${letGo}
       WHERE id IN (SELECT id FROM regrade WHERE ${leaseRanOut}
                    FOR UPDATE SKIP LOCKED)
       RETURNING id, state
     ) SELECT id, state FROM returned`,
    [infrastructureTries],
  );
  return rows.flatMap(({ id, state }) => (state === 'queued' ? [id] : []));
}
