import {
  cohortIdSchema,
  enrolmentIdSchema,
  roleSchema,
  type CohortId,
  type EnrolmentId,
  type Role,
  type UserId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';

export interface EnrolmentRecord {
  readonly id: EnrolmentId;
  readonly role: Role;
  readonly cohort: { readonly id: CohortId; readonly name: string };
}

const enrolmentRow = z.object({
  id: enrolmentIdSchema,
  role: roleSchema,
  cohort: z.object({ id: cohortIdSchema, name: z.string() }),
});

/** The user's enrolments, newest first. */
export const enrolmentsOf = (db: EntityManager, user: UserId): Promise<EnrolmentRecord[]> =>
  rowsOf(
    db,
    enrolmentRow,
    `SELECT e.id, e.role, jsonb_build_object('id', c.id, 'name', c.name) AS cohort
     FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
     WHERE e.user_id = $1 ORDER BY e.created_at DESC, e.id`,
    [user],
  );
