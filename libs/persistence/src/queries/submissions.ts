import {
  cohortIdSchema,
  enrolmentIdSchema,
  integrityNoteSchema,
  roleSchema,
  submissionFileSchema,
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
import { positionOf } from '../state/queue-position.js';

const listed = z.object({
  id: submissionIdSchema,
  exercise: z.string(),
  kind: submissionKindSchema,
  state: submissionStateSchema,
  position: z.number(),
  score: z.number().nullable(),
  retry: z.boolean(),
  createdAt: z.date(),
  settledAt: z.date().nullable(),
});
/** A submission as a list shows it. `position`: submissions that wait before it. */
export type ListedSubmission = z.infer<typeof listed>;

const record = listed.extend({
  exerciseDigest: z.string(),
  files: z.array(submissionFileSchema),
  verdict: verdictSchema.nullable(),
  integrity: z.array(integrityNoteSchema),
  /** Whose it is: what a policy has to know. */
  owner: z.object({
    user: userIdSchema,
    enrolment: enrolmentIdSchema,
    cohort: cohortIdSchema,
    role: roleSchema,
  }),
});
export type SubmissionRecord = z.infer<typeof record>;

const listedColumns = `s.id, s.exercise, s.kind, s.state, ${positionOf('s')} AS position, s.score, s.retry,
  s.created_at AS "createdAt", s.settled_at AS "settledAt"`;

/** The submission with all it holds and whose it is. Whether somebody may see it is the caller's to decide. */
export const submissionById = (db: EntityManager, id: SubmissionId): Promise<SubmissionRecord | undefined> =>
  rowOf(
    db,
    record,
    `SELECT ${listedColumns}, s.exercise_digest AS "exerciseDigest", s.files, s.verdict, s.integrity,
       jsonb_build_object('user', e.user_id, 'enrolment', e.id, 'cohort', e.cohort_id, 'role', e.role) AS owner
     FROM submission s JOIN enrolment e ON e.id = s.enrolment_id
     WHERE s.id = $1`,
    [id],
  );

/** The enrolment's submissions of one exercise, newest first, at most `limit`. */
export const submissionsOf = (
  db: EntityManager,
  enrolment: EnrolmentId,
  exercise: string,
  limit = 50,
): Promise<ListedSubmission[]> =>
  rowsOf(
    db,
    listed,
    `SELECT ${listedColumns} FROM submission s
     WHERE s.enrolment_id = $1 AND s.exercise = $2
     ORDER BY s.created_at DESC, s.id DESC LIMIT $3`,
    [enrolment, exercise, limit],
  );
