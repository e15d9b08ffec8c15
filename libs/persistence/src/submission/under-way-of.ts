import {
  queueNames,
  roleSchema,
  submissionIdSchema,
  submissionStateSchema,
  type UserId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isOpen } from '../claims.js';
import { rowsOf } from '../rows.js';
import { placesOf } from './queue-position.js';

const openRow = z.object({
  id: submissionIdSchema,
  exercise: z.string(),
  /** Of the person in the cohort of the submission. */
  role: roleSchema,
  state: submissionStateSchema,
  queue: z.enum(queueNames),
  again: z.boolean(),
});
/** A submission of somebody's that waits or runs. */
export type OpenSubmission = Readonly<z.infer<typeof openRow>> & { readonly position: number };

/** The person's submissions that wait or run, of all cohorts. */
export async function underWayOf(db: EntityManager, person: UserId): Promise<OpenSubmission[]> {
  const rows = await rowsOf(
    db,
    openRow,
    `SELECT s.id, s.exercise, e.role, s.state, s.queue, s.failures > 0 AS again
     FROM submission s JOIN enrolment e ON e.id = s.enrolment_id
     WHERE e.user_id = $1 AND ${isOpen} ORDER BY s.created_at, s.id`,
    [person],
  );
  const places = await placesOf(db, rows);
  return rows.map((row) => ({ ...row, position: places.get(row.id) ?? 0 }));
}
