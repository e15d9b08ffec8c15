import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from './rows.js';

/** SQL about what waits for a worker and what a worker holds: said once for submissions and for regrades. */

export const waits = `state = 'queued'`;

/** Waits or is held: of these there is one at a time, by the unique indexes. */
export const isOpen = `state IN ('queued', 'running')`;

/** Held by a worker that was not heard of in time. */
export const leaseRanOut = `state = 'running' AND claim_expires_at < now()`;

/** Held by who has claimed it: $1 is its id, $2 the attempt. A worker that lost its claim finds no row. */
export const isHeld = `id = $1 AND attempt = $2 AND state = 'running'`;

/** SET that gives it to a worker: $2 is the worker's name, $3 the seconds of its lease. */
export const take = `state = 'running', attempt = attempt + 1, claim_owner = $2,
  claim_expires_at = now() + make_interval(secs => $3)`;

/** SET for what no worker holds any more. */
export const letGo = `claim_owner = NULL, claim_expires_at = NULL`;

/** CHECK of a table of these. */
export const leaseCheck = `(state = 'running') = (claim_expires_at IS NOT NULL)`;

/** Lets a claim live `lease` more seconds from now. False when it was lost: stop working. */
export async function renew(
  db: EntityManager,
  table: 'submission' | 'regrade',
  { id, attempt }: { readonly id: string; readonly attempt: number },
  lease: number,
): Promise<boolean> {
  const row = await rowOf(
    db,
    z.object({ id: z.string() }),
    `WITH renewed AS (
       UPDATE ${table} SET claim_expires_at = now() + make_interval(secs => $3) WHERE ${isHeld} RETURNING id
     ) SELECT id FROM renewed`,
    [id, attempt, lease],
  );
  return row !== undefined;
}
