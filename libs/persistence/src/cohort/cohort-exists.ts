import type { CohortId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { Cohort } from './cohort.js';

export const cohortExists = (db: EntityManager, id: CohortId): Promise<boolean> =>
  db.existsBy(Cohort, { id });
