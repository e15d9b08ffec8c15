import {
  DomainError,
  submissionFileSchema,
  submissionIdSchema,
  submissionStateSchema,
  type EnrolmentId,
  type SubmissionKind,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isOpen } from '../claims.js';
import { rowOf } from '../rows.js';

const underWayRow = z.object({
  id: submissionIdSchema,
  state: submissionStateSchema.extract(['queued', 'running']),
  files: z.array(submissionFileSchema),
  /** Seconds since it was accepted. */
  age: z.number(),
});
export type UnderWay = z.infer<typeof underWayRow>;

interface Asked {
  readonly enrolment: EnrolmentId;
  /** Slug of the exercise. */
  readonly exercise: string;
  readonly kind: SubmissionKind;
}

/**
 * The one submission of this enrolment, exercise and kind that waits or runs, locked: no worker takes or ends it
 * before the transaction has. That there is one at most is the index `submission_one_under_way`.
 */
export const lockUnderWay = (
  tx: EntityManager,
  { enrolment, exercise, kind }: Asked,
): Promise<UnderWay | undefined> =>
  rowOf(
    tx,
    underWayRow,
    `SELECT id, state, files, extract(epoch FROM now() - created_at)::float8 AS age FROM submission
     WHERE enrolment_id = $1 AND exercise = $2 AND kind = $3 AND ${isOpen}
     FOR UPDATE`,
    [enrolment, exercise, kind],
  );

/** That another one must end first, with how long ago it was sent: what time it was then differs by time zone. */
export function waitForIt({ id, state, age }: UnderWay): DomainError {
  const what = state === 'queued' ? 'waits to be graded' : 'is being graded';
  return new DomainError(
    'under-way',
    `Your submission ${ago(age)} ${what}. Stop it, or wait for its result, then submit again.`,
    undefined,
    { submission: id },
  );
}

function ago(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return 'of a moment ago';
  return minutes === 1 ? 'of a minute ago' : `of ${minutes} minutes ago`;
}
