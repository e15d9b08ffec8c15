import type { EnrolmentId, Standing } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';

const standingRow = z.object({
  exercise: z.string(),
  attempts: z.number(),
  bestScore: z.number().nullable(),
  points: z.number().nullable(),
});

/**
 * The enrolment's standing by the slug of each exercise it has submitted for. Attempts are submissions
 * of kind `submit` that were graded or rejected: what infrastructure failed on was given back, what was stopped or
 * answered again counts for nothing.
 */
export async function standingsOf(db: EntityManager, enrolment: EnrolmentId): Promise<Map<string, Standing>> {
  const rows = await rowsOf(
    db,
    standingRow,
    `SELECT exercise, coalesce(a.attempts, 0) AS attempts, g.score AS "bestScore", g.points
     FROM (SELECT exercise, count(*)::int AS attempts FROM submission
           WHERE enrolment_id = $1 AND kind = 'submit' AND state IN ('graded', 'rejected')
             AND NOT retry
           GROUP BY exercise) a
     FULL JOIN (SELECT exercise, score, points FROM grade WHERE enrolment_id = $1) g USING (exercise)`,
    [enrolment],
  );
  return new Map(rows.map(({ exercise, ...standing }) => [exercise, standing]));
}
