import {
  cohortIdSchema,
  enrolmentIdSchema,
  queueNames,
  integrityNoteSchema,
  storedFileSchema,
  submissionIdSchema,
  submissionKindSchema,
  submissionStateSchema,
  userIdSchema,
  verdictSchema,
  type EnrolmentId,
  type SubmissionId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf, rowsOf } from '../rows.js';
import { queuePositions } from '../state/queue-position.js';

const listedRow = z.object({
  id: submissionIdSchema,
  exercise: z.string(),
  kind: submissionKindSchema,
  state: submissionStateSchema,
  queue: z.enum(queueNames),
  /** A failure of ours cut it off before. */
  again: z.boolean(),
  score: z.number().nullable(),
  retry: z.boolean(),
  createdAt: z.date(),
  settledAt: z.date().nullable(),
});
/** Submissions that will be taken before it; 0 once it no longer waits. */
interface Placed {
  readonly position: number;
}
/** A submission as a list shows it. */
export type ListedSubmission = z.infer<typeof listedRow> & Placed;

const recordRow = listedRow.extend({
  exerciseDigest: z.string(),
  files: z.array(storedFileSchema),
  verdict: verdictSchema.nullable(),
  integrity: z.array(integrityNoteSchema),
  enrolment: enrolmentIdSchema,
});
export type SubmissionRecord = z.infer<typeof recordRow> & Placed;

const listedColumns = `s.id, s.exercise, s.kind, s.state, s.queue, s.failures > 0 AS again, s.score, s.retry,
  s.created_at AS "createdAt", s.settled_at AS "settledAt"`;

/** The submission with all it holds. Whether somebody may see it is the caller's to decide. */
export async function submissionById(
  db: EntityManager,
  id: SubmissionId,
): Promise<SubmissionRecord | undefined> {
  const row = await rowOf(
    db,
    recordRow,
    `SELECT ${listedColumns}, s.exercise_digest AS "exerciseDigest", s.files, s.verdict, s.integrity,
       s.enrolment_id AS enrolment
     FROM submission s WHERE s.id = $1`,
    [id],
  );
  return row && (await placed(db, [row]))[0];
}

const ownerRow = z.object({ user: userIdSchema, cohort: cohortIdSchema });

/** Whose a submission is: what a policy has to know. */
export const submissionOwner = (
  db: EntityManager,
  id: SubmissionId,
): Promise<z.infer<typeof ownerRow> | undefined> =>
  rowOf(
    db,
    ownerRow,
    `SELECT e.user_id AS "user", e.cohort_id AS cohort
     FROM submission s JOIN enrolment e ON e.id = s.enrolment_id WHERE s.id = $1`,
    [id],
  );

/** The enrolment's submissions of one exercise, newest first, at most `limit`. */
export async function submissionsOf(
  db: EntityManager,
  enrolment: EnrolmentId,
  exercise: string,
  limit = 50,
): Promise<ListedSubmission[]> {
  const rows = await rowsOf(
    db,
    listedRow,
    `SELECT ${listedColumns} FROM submission s
     WHERE s.enrolment_id = $1 AND s.exercise = $2
     ORDER BY s.created_at DESC, s.id DESC LIMIT $3`,
    [enrolment, exercise, limit],
  );
  return placed(db, rows);
}

async function placed<Row extends z.infer<typeof listedRow>>(
  db: EntityManager,
  rows: readonly Row[],
): Promise<(Row & Placed)[]> {
  const positions = new Map<SubmissionId, number>();
  for (const queue of new Set(rows.filter(({ state }) => state === 'queued').map((row) => row.queue)))
    for (const [id, position] of await queuePositions(db, queue)) positions.set(id, position);
  return rows.map((row) => ({ ...row, position: positions.get(row.id) ?? 0 }));
}
