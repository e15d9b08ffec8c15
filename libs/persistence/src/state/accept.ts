import {
  DomainError,
  submissionIdSchema,
  submissionStateSchema,
  type EnrolmentId,
  type QueueName,
  type SubmissionFiles,
  type SubmissionId,
  type SubmissionKind,
  type SubmissionState,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';
import { noteState } from './outbox.js';
import { addKey, answeredBefore } from './submission-keys.js';

export interface NewSubmission {
  readonly enrolment: EnrolmentId;
  /** Slug of the exercise. */
  readonly exercise: string;
  readonly exerciseDigest: string;
  readonly queue: QueueName;
  readonly kind: SubmissionKind;
  readonly files: SubmissionFiles;
  readonly idempotencyKey: string;
}

export interface Accepted {
  readonly id: SubmissionId;
  readonly state: SubmissionState;
  /** `known`: the key was used before. `replaced`: a waiting run now holds the new files. */
  readonly outcome: 'new' | 'replaced' | 'known';
}

const acceptedRow = z.object({ id: submissionIdSchema, state: submissionStateSchema });

/** How many submissions of one person may wait, of all kinds, exercises and cohorts together. */
export const mostWaiting = 10;

/**
 * Takes a submission in. The same idempotency key gets the same submission; a `run` replaces the files of the
 * same person's waiting `run` of that exercise. Throws DomainError `no-enrolment` when there is no such
 * enrolment, `key-reused`, `too-many-requests` when too many of the person's wait.
 */
export async function accept(db: EntityManager, submission: NewSubmission): Promise<Accepted> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, submission.enrolment);
    const known = await answeredBefore(tx, submission);
    if (known) return { ...known, outcome: 'known' };
    const replaced = submission.kind === 'run' ? await replaceWaitingRun(tx, submission) : undefined;
    if (!replaced) await refuseHoarding(tx, submission.enrolment);
    const accepted = replaced ?? (await insert(tx, submission));
    await addKey(tx, accepted.id, submission);
    return { ...accepted, outcome: replaced ? 'replaced' : 'new' };
  });
}

/** One person's submissions are taken in one after another: two equal requests at once become one row. */
async function lockPerson(tx: EntityManager, enrolment: EnrolmentId): Promise<void> {
  const found = await rowOf(
    tx,
    z.object({ id: z.string() }),
    `SELECT u.id FROM enrolment e JOIN app_user u ON u.id = e.user_id WHERE e.id = $1
     FOR NO KEY UPDATE OF u`,
    [enrolment],
  );
  if (!found)
    throw new DomainError(
      'no-enrolment',
      'You are not enrolled in this cohort. Ask your trainer for an invite.',
    );
}

async function refuseHoarding(tx: EntityManager, enrolment: EnrolmentId): Promise<void> {
  const row = await rowOf(
    tx,
    z.object({ waiting: z.number() }),
    `SELECT count(*)::int AS waiting FROM submission s JOIN enrolment e ON e.id = s.enrolment_id
     WHERE s.state = 'queued' AND e.user_id = (SELECT user_id FROM enrolment WHERE id = $1)`,
    [enrolment],
  );
  if ((row?.waiting ?? 0) >= mostWaiting)
    throw new DomainError(
      'too-many-requests',
      `${mostWaiting} of your submissions wait to be graded already. Wait until one has its result, then send again.`,
    );
}

const replaceWaitingRun = (tx: EntityManager, submission: NewSubmission) =>
  rowOf(
    tx,
    acceptedRow,
    `WITH replaced AS (
       UPDATE submission SET files = $3, exercise_digest = $4, queue = $5
       WHERE state = 'queued' AND id = (
         SELECT id FROM submission
         WHERE enrolment_id = $1 AND exercise = $2 AND kind = 'run' AND state = 'queued'
         ORDER BY created_at DESC LIMIT 1)
       RETURNING id, state
     )
     SELECT id, state FROM replaced`,
    [
      submission.enrolment,
      submission.exercise,
      JSON.stringify(submission.files),
      submission.exerciseDigest,
      submission.queue,
    ],
  );

async function insert(tx: EntityManager, submission: NewSubmission): Promise<z.infer<typeof acceptedRow>> {
  const row = await rowOf(
    tx,
    acceptedRow,
    `WITH accepted AS (
       INSERT INTO submission (enrolment_id, exercise, exercise_digest, queue, kind, files)
       VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING id, state
     ), noted AS (${noteState('accepted', 'queued')})
     SELECT id, state FROM accepted`,
    [
      submission.enrolment,
      submission.exercise,
      submission.exerciseDigest,
      submission.queue,
      submission.kind,
      JSON.stringify(submission.files),
    ],
  );
  if (!row) throw new Error('INSERT of a submission returned no row');
  return row;
}
