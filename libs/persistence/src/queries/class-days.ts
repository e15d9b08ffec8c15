import { cohortIdSchema, type CohortId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';

const classRow = z.object({ cohort: cohortIdSchema, startsAt: z.date(), endsAt: z.date() });
export type ClassHours = z.infer<typeof classRow>;

/** The class that is on, else the next one: of this cohort, or of any. Undefined when none is planned. */
export const nextClass = (db: EntityManager, cohort?: CohortId): Promise<ClassHours | undefined> =>
  rowOf(
    db,
    classRow,
    `SELECT cohort_id AS cohort, starts_at AS "startsAt", ends_at AS "endsAt" FROM class_day
     WHERE ends_at > now() AND ($1::uuid IS NULL OR cohort_id = $1)
     ORDER BY starts_at, ends_at LIMIT 1`,
    [cohort ?? null],
  );

/** Whether any cohort has class now, or within so many seconds. */
export async function classIsNear(db: EntityManager, leadSeconds: number): Promise<boolean> {
  const row = await rowOf(
    db,
    z.object({ near: z.boolean() }),
    `SELECT EXISTS (SELECT 1 FROM class_day
       WHERE ends_at > now() AND starts_at <= now() + make_interval(secs => $1)) AS near`,
    [leadSeconds],
  );
  return row?.near ?? false;
}
