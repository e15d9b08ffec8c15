import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';

/** Who grades a submission at the moment: the names that own claims. */
export async function claimOwners(db: EntityManager): Promise<string[]> {
  const rows = await rowsOf(
    db,
    z.object({ owner: z.string() }),
    `SELECT DISTINCT claim_owner AS owner FROM submission WHERE state = 'running'`,
  );
  return rows.map(({ owner }) => owner);
}
