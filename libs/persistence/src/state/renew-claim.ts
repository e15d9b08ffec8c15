import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';
import type { Claim } from './claim.js';

/** Lets the claim live `lease` more seconds from now. False when it was lost: stop working. */
export async function renewClaim(
  db: EntityManager,
  { id, attempt }: Pick<Claim, 'id' | 'attempt'>,
  lease: number,
): Promise<boolean> {
  const row = await rowOf(
    db,
    z.object({ id: z.string() }),
    `WITH renewed AS (
       UPDATE submission SET claim_expires_at = now() + make_interval(secs => $3)
       WHERE id = $1 AND attempt = $2 AND state = 'running'
       RETURNING id
     ) SELECT id FROM renewed`,
    [id, attempt, lease],
  );
  return row !== undefined;
}
