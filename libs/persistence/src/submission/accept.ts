import {
  submissionIdSchema,
  submissionStateSchema,
  type EnrolmentId,
  type QueueName,
  type SubmissionFiles,
  type SubmissionId,
  type SubmissionKind,
  type SubmissionState,
  type UserId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { waits } from '../claims.js';
import { rowOf } from '../rows.js';
import { contentDigest } from './content-digest.js';
import { noteState } from '../live/note-state.js';
import { lockPerson, refuseHoarding, refuseHurry } from './person.js';
import { stop } from './stop.js';
import { addKey, answeredBefore } from './submission-keys.js';
import { lockUnderWay, waitForIt } from './under-way.js';

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
  /**
   * `known`: the key was used before, or the same files are under way. `replaced`: a waiting run now holds the
   * new files.
   */
  readonly outcome: 'new' | 'replaced' | 'known';
  /** A run with other files that was running: whoever holds it is to be told. */
  readonly stopped?: SubmissionId;
}

const acceptedRow = z.object({ id: submissionIdSchema, state: submissionStateSchema });

/**
 * Takes a submission in. Of one enrolment, exercise and kind one waits or runs at a time: the same idempotency
 * key or the same files get that one. A `run` with other files takes its place: of a waiting one it replaces the
 * files, a running one is stopped. No `submit` is lost to another one: that is refused.
 * @throws DomainError no-enrolment, key-reused, under-way, too-many-under-way, too-many-requests
 */
export async function accept(db: EntityManager, submission: NewSubmission): Promise<Accepted> {
  return db.transaction(async (tx) => {
    const person = await lockPerson(tx, submission.enrolment);
    const known = await answeredBefore(tx, submission);
    if (known) return { ...known, outcome: 'known' };
    await refuseHurry(tx, person);
    const accepted = await acceptNewKey(tx, submission, person);
    await addKey(tx, accepted.id, submission);
    return accepted;
  });
}

async function acceptNewKey(tx: EntityManager, submission: NewSubmission, person: UserId): Promise<Accepted> {
  const older = await lockUnderWay(tx, submission);
  if (!older) {
    await refuseHoarding(tx, person);
    return { ...(await insert(tx, submission)), outcome: 'new' };
  }
  const { id, state, files } = older;
  if (contentDigest({ ...submission, files }) === contentDigest(submission))
    return { id, state, outcome: 'known' };
  if (submission.kind === 'submit') throw waitForIt(older);
  if (state === 'queued') return { ...(await replaceFiles(tx, id, submission)), outcome: 'replaced' };
  await stop(tx, id, { actor: `user:${person}`, why: 'newer-run' });
  return { ...(await insert(tx, submission)), outcome: 'new', stopped: id };
}

async function replaceFiles(tx: EntityManager, id: SubmissionId, submission: NewSubmission) {
  const row = await rowOf(
    tx,
    acceptedRow,
    `WITH replaced AS (
       UPDATE submission SET files = $2, exercise_digest = $3, queue = $4
       WHERE id = $1 AND ${waits}
       RETURNING id, state
     )
     SELECT id, state FROM replaced`,
    [id, JSON.stringify(submission.files), submission.exerciseDigest, submission.queue],
  );
  if (!row) throw new Error('A run that was locked waiting no longer waits.');
  return row;
}

async function insert(tx: EntityManager, submission: NewSubmission): Promise<z.infer<typeof acceptedRow>> {
  const row = await rowOf(
    tx,
    acceptedRow,
    `WITH accepted AS (
       INSERT INTO submission (enrolment_id, exercise, exercise_digest, queue, kind, files)
       VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING id, state, enrolment_id, failures
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
