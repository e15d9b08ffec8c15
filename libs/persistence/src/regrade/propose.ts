import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isHeld, letGo } from '../claims.js';
import { jsonbText } from '../json.js';
import { rowOf } from '../rows.js';
import type { Settlement } from '../grade/settle.js';
import type { RegradeClaim } from './claim.js';

/**
 * Keeps what grading again came to as a proposal: nothing of the submission or its grade changes. False,
 * and nothing written, when the claim was lost.
 */
export async function proposeRegrade(
  db: EntityManager,
  { id, attempt }: RegradeClaim,
  proposal: Settlement,
): Promise<boolean> {
  const row = await rowOf(
    db,
    z.object({ id: z.string() }),
    `WITH proposed AS (
       UPDATE regrade
       SET state = 'proposed', proposal = $3, proposed_at = now(), ${letGo}
       WHERE ${isHeld}
       RETURNING id
     ) SELECT id FROM proposed`,
    [id, attempt, jsonbText(proposal)],
  );
  return row !== undefined;
}
