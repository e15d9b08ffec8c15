import type { CohortId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';

export async function cohortExists(db: EntityManager, id: CohortId): Promise<boolean> {
  return (
    (await rowOf(db, z.object({ id: z.string() }), 'SELECT id FROM cohort WHERE id = $1', [id])) !== undefined
  );
}
