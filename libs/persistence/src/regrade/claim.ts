import {
  regradeIdSchema,
  storedFileSchema,
  submissionIdSchema,
  submissionKindSchema,
  type RegradeId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { renew, take, waits } from '../claims.js';
import { rowOf } from '../rows.js';
import type { ClaimTerms } from '../submission/claim.js';

const regradeClaim = z.object({
  id: regradeIdSchema,
  submission: submissionIdSchema,
  attempt: z.number(),
  owner: z.string(),
  exercise: z.string(),
  exerciseDigest: z.string(),
  kind: submissionKindSchema,
  files: z.array(storedFileSchema),
  failures: z.number(),
});

/** What a worker holds while it grades a submission again; fenced by `attempt` as a `Claim` is. */
export type RegradeClaim = Readonly<z.infer<typeof regradeClaim>>;

/** Takes a waiting regrade for this worker: one UPDATE. Undefined when another was faster or it has ended. */
export const claimRegrade = (
  db: EntityManager,
  id: RegradeId,
  { owner, lease }: ClaimTerms,
): Promise<RegradeClaim | undefined> =>
  rowOf(
    db,
    regradeClaim,
    `WITH claimed AS (
       UPDATE regrade SET ${take} WHERE id = $1 AND ${waits} RETURNING *
     )
     SELECT c.id, s.id AS submission, c.attempt, c.claim_owner AS owner, s.exercise,
            s.exercise_digest AS "exerciseDigest", s.kind, s.files, c.failures
     FROM claimed c JOIN submission s ON s.id = c.submission_id`,
    [id, owner, lease],
  );

/** Lets the claim live `lease` more seconds from now. False when it was lost. */
export const renewRegradeClaim = (
  db: EntityManager,
  claim: Pick<RegradeClaim, 'id' | 'attempt'>,
  lease: number,
): Promise<boolean> => renew(db, 'regrade', claim, lease);
