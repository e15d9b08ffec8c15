import { submissionStateSchema, type SubmissionId, type SubmissionState } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';

/** An outbox id: digits, in a string because it is a bigint. */
export const outboxIdSchema = z.string().regex(/^\d{1,18}$/, 'must be the id of an event: digits only');

export interface StateChange {
  readonly id: string;
  readonly state: SubmissionState;
  /** By now: a failure of ours cut it off before. */
  readonly again: boolean;
}

const eventRow = z.object({
  id: outboxIdSchema,
  payload: z.object({ state: submissionStateSchema }),
  again: z.boolean(),
});

/** The submission's changes of state after the event with id `after` ('0': all of them), in order. */
export async function outboxAfter(
  db: EntityManager,
  submission: SubmissionId,
  after: string,
): Promise<StateChange[]> {
  const rows = await rowsOf(
    db,
    eventRow,
    `SELECT o.id, o.payload, s.failures > 0 AS again
     FROM outbox_event o JOIN submission s ON s.id = o.submission_id
     WHERE o.submission_id = $1 AND o.id > $2::bigint ORDER BY o.id`,
    [submission, outboxIdSchema.parse(after)],
  );
  return rows.map(({ id, payload, again }) => ({ id, state: payload.state, again }));
}
