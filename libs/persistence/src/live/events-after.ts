import {
  submissionIdSchema,
  submissionStateSchema,
  type CohortId,
  type SubmissionId,
  type SubmissionState,
  type UserId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';
import { cursorAt, oldestRunning, partsOf, type Cursor } from './cursor.js';

/** Who is told: a person what concerns them, in all their cohorts; a cohort's trainers all of it. */
export type Audience = { readonly person: UserId } | { readonly trainersOf: CohortId };

/** A submission's new state. */
export interface StateChange {
  readonly cursor: Cursor;
  readonly submission: SubmissionId;
  readonly state: SubmissionState;
  /** A failure of ours cut it off before. */
  readonly again: boolean;
}

export interface EventsAfter {
  /** In the order of their cursors. */
  readonly events: readonly StateChange[];
  /** There are more, held back while an older transaction runs, which may yet add one before them: read again soon. */
  readonly held: boolean;
}

const eventRow = z.object({
  id: z.string(),
  transactionId: z.string(),
  subject: submissionIdSchema,
  payload: z.object({ state: submissionStateSchema, again: z.boolean() }),
  held: z.boolean(),
});

/**
 * What its audience is to be told after the event `cursor`. An event of a kind that this version doesn't tell, because a
 * newer one runs beside it, is passed over: read as another, it would hold up all that come after it.
 */
export async function eventsAfter(
  db: EntityManager,
  audience: Audience,
  cursor: Cursor,
): Promise<EventsAfter> {
  const { transactionId, id } = partsOf(cursor);
  const [whose, of] =
    'person' in audience
      ? [
          `(person_id = $3 OR (person_id IS NULL AND cohort_id IN (
             SELECT cohort_id FROM enrolment WHERE user_id = $3)))`,
          audience.person,
        ]
      : ['cohort_id = $3', audience.trainersOf];
  const rows = await rowsOf(
    db,
    eventRow,
    `SELECT id, transaction_id AS "transactionId", subject, payload, transaction_id >= ${oldestRunning} AS held
     FROM cohort_event
     WHERE (transaction_id, id) > ($1::bigint, $2::bigint) AND kind = 'submission' AND ${whose}
     ORDER BY transaction_id, id`,
    [transactionId, id, of],
  );
  const told = rows.filter(({ held }) => !held);
  return {
    events: told.map((row) => ({
      cursor: cursorAt(row.transactionId, row.id),
      submission: row.subject,
      ...row.payload,
    })),
    held: told.length < rows.length,
  };
}
