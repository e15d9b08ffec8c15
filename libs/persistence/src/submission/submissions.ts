import {
  cohortIdSchema,
  userIdSchema,
  type CohortId,
  type EnrolmentId,
  type SubmissionId,
  type UserId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';
import { placesOf } from './queue-position.js';
import { Submission } from './submission.js';

const listed = {
  id: true,
  exercise: true,
  kind: true,
  state: true,
  queue: true,
  failures: true,
  score: true,
  retry: true,
  createdAt: true,
  settledAt: true,
} as const;
type Listed = Readonly<Pick<Submission, keyof typeof listed>>;

/** What the row itself doesn't say. */
interface Told {
  /** A failure of ours cut it off before. */
  readonly again: boolean;
  /** Submissions that will be taken before it; 0 once it no longer waits. */
  readonly position: number;
}
/** A submission as a list shows it. */
export type ListedSubmission = Listed & Told;
export type SubmissionRecord = Readonly<Submission> & Told;

/** The submission with all it holds. Whether somebody may see it is the caller's to decide. */
export async function submissionById(
  db: EntityManager,
  id: SubmissionId,
): Promise<SubmissionRecord | undefined> {
  const row = await db.findOneBy(Submission, { id });
  return row ? (await told(db, [row]))[0] : undefined;
}

/** Whose a submission is: what a policy has to know. */
export const submissionOwner = (
  db: EntityManager,
  id: SubmissionId,
): Promise<{ user: UserId; cohort: CohortId } | undefined> =>
  rowOf(
    db,
    z.object({ user: userIdSchema, cohort: cohortIdSchema }),
    `SELECT e.user_id AS "user", e.cohort_id AS cohort
     FROM submission s JOIN enrolment e ON e.id = s.enrolment_id WHERE s.id = $1`,
    [id],
  );

/** The enrolment's submissions of one exercise, newest first, at most `limit`. */
export const submissionsOf = async (
  db: EntityManager,
  enrolment: EnrolmentId,
  exercise: string,
  limit = 50,
): Promise<ListedSubmission[]> =>
  told(
    db,
    await db.find(Submission, {
      select: listed,
      where: { enrolmentId: enrolment, exercise },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: limit,
    }),
  );

async function told<Row extends Listed>(db: EntityManager, rows: readonly Row[]): Promise<(Row & Told)[]> {
  const places = await placesOf(db, rows);
  return rows.map((row) => ({ ...row, again: row.failures > 0, position: places.get(row.id) ?? 0 }));
}
