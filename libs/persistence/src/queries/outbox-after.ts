import { submissionStateSchema, type SubmissionId, type SubmissionState } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';

/** An outbox id: digits, in a string because it is a bigint. */
export const outboxIdSchema = z.string().regex(/^\d{1,18}$/, 'must be the id of an event: digits only');

export interface StateChange {
  readonly id: string;
  readonly state: SubmissionState;
}

const eventRow = z.object({ id: outboxIdSchema, payload: z.object({ state: submissionStateSchema }) });

/** The submission's changes of state after the event with id `after` ('0': all of them), in order. */
export async function outboxAfter(
  db: EntityManager,
  submission: SubmissionId,
  after: string,
): Promise<StateChange[]> {
  const rows = await rowsOf(
    db,
    eventRow,
    'SELECT id, payload FROM outbox_event WHERE submission_id = $1 AND id > $2::bigint ORDER BY id',
    [submission, outboxIdSchema.parse(after)],
  );
  return rows.map(({ id, payload }) => ({ id, state: payload.state }));
}
