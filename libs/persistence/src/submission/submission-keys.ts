import {
  DomainError,
  submissionIdSchema,
  submissionStateSchema,
  type EnrolmentId,
  type SubmissionId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';
import { contentDigest, type SubmissionContent } from './content-digest.js';

/** A request as its idempotency key stands for it. */
export interface KeyedContent extends SubmissionContent {
  readonly enrolment: EnrolmentId;
  readonly idempotencyKey: string;
}

const keyRow = z.object({
  id: submissionIdSchema,
  state: submissionStateSchema,
  /** Null of keys from before digests were kept: they stand for whatever comes. */
  digest: z.string().nullable(),
});

/**
 * The submission that this key was answered with before. Undefined for a new key.
 * @throws DomainError key-reused when it came with other content then
 */
export async function answeredBefore(tx: EntityManager, request: KeyedContent) {
  const known = await rowOf(
    tx,
    keyRow,
    `SELECT s.id, s.state, k.content_digest AS digest
     FROM submission_key k JOIN submission s ON s.id = k.submission_id
     WHERE k.enrolment_id = $1 AND k.key = $2`,
    [request.enrolment, request.idempotencyKey],
  );
  if (!known) return undefined;
  if (known.digest !== null && known.digest !== contentDigest(request))
    throw new DomainError(
      'key-reused',
      'This idempotency key was used for another exercise, kind or files. Send each submission with a new key.',
      undefined,
      { submission: known.id },
    );
  return { id: known.id, state: known.state };
}

/** From now on the key is answered with this submission. */
export const addKey = (tx: EntityManager, id: SubmissionId, request: KeyedContent): Promise<unknown> =>
  tx.query(
    'INSERT INTO submission_key (enrolment_id, key, submission_id, content_digest) VALUES ($1, $2, $3, $4)',
    [request.enrolment, request.idempotencyKey, id, contentDigest(request)],
  );
