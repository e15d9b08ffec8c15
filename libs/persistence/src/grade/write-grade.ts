import type { EnrolmentId, SubmissionId, Verdict } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';

/**
 * One at a time writes the grades of an enrolment: where there is no grade yet, its row can't be locked. What follows
 * sees all that was settled before. (Not FOR UPDATE: whoever sends something new needn't wait.)
 */
const lockGrades = (tx: EntityManager, enrolment: EnrolmentId) =>
  tx.query('SELECT 1 FROM enrolment WHERE id = $1 FOR NO KEY UPDATE', [enrolment]);

/** Only participants have grades, and not from a retry. Of equal verdicts the first stays. */
export async function raiseGrade(
  tx: EntityManager,
  enrolment: EnrolmentId,
  id: SubmissionId,
  verdict: Verdict,
): Promise<void> {
  await lockGrades(tx, enrolment);
  await tx.query(
    `INSERT INTO grade (enrolment_id, exercise, submission_id, score, points, max_points)
     SELECT e.id, s.exercise, s.id, $2, $3, $4
     FROM submission s JOIN enrolment e ON e.id = s.enrolment_id
     WHERE s.id = $1 AND e.role = 'participant' AND NOT s.retry
     ON CONFLICT (enrolment_id, exercise) DO UPDATE
     SET submission_id = excluded.submission_id, score = excluded.score, points = excluded.points,
         max_points = excluded.max_points, updated_at = now()
     WHERE excluded.score > grade.score`,
    [id, verdict.score, verdict.points, verdict.maxPoints],
  );
}

/**
 * The grade from all that is graded now: unlike settling, a regrade may lower it. A verdict
 * that is settled at the same moment is either seen here or compared with what is written here.
 */
export async function gradeAnew(tx: EntityManager, enrolment: EnrolmentId, exercise: string): Promise<void> {
  const key = [enrolment, exercise];
  await lockGrades(tx, enrolment);
  const best = await rowOf(
    tx,
    z.object({ id: z.string() }),
    `WITH best AS (
       SELECT s.* FROM submission s JOIN enrolment e ON e.id = s.enrolment_id
       WHERE s.enrolment_id = $1 AND s.exercise = $2 AND s.kind = 'submit' AND s.state = 'graded'
         AND NOT s.retry AND e.role = 'participant'
       ORDER BY s.score DESC, s.settled_at, s.id LIMIT 1
     ), written AS (
       INSERT INTO grade (enrolment_id, exercise, submission_id, score, points, max_points)
       SELECT enrolment_id, exercise, id, score, (verdict->>'points')::float8, (verdict->>'maxPoints')::float8
       FROM best
       ON CONFLICT (enrolment_id, exercise) DO UPDATE
       SET submission_id = excluded.submission_id, score = excluded.score, points = excluded.points,
           max_points = excluded.max_points, updated_at = now()
       RETURNING submission_id AS id
     ) SELECT id FROM written`,
    key,
  );
  if (!best) await tx.query('DELETE FROM grade WHERE enrolment_id = $1 AND exercise = $2', key);
}
