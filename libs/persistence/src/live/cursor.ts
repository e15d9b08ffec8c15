import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';

/**
 * A place in the order of events: `<transaction id>-<event id>`. Ids alone are no order to resume by: of two
 * transactions the one with the smaller id may commit later, and its events would appear behind the cursor. All
 * transactions before `pg_snapshot_xmin` have ended, so before it nothing appears any more (decision 024).
 */
export const cursorSchema = z
  .string()
  .regex(/^\d{1,18}-\d{1,18}$/, 'must be the id of an event')
  .brand('cursor');
export type Cursor = z.infer<typeof cursorSchema>;

export const cursorAt = (transactionId: string, id: string): Cursor =>
  cursorSchema.parse(`${transactionId}-${id}`);

export function partsOf(cursor: Cursor): { transactionId: string; id: string } {
  const [transactionId = '', id = ''] = cursor.split('-');
  return { transactionId, id };
}

/** SQL: the oldest transaction that may still write. */
export const oldestRunning = 'pg_snapshot_xmin(pg_current_snapshot())::text::bigint';

export interface Beginning {
  readonly cursor: Cursor;
  /** Nothing is told of what was before: look at it again. */
  readonly startsOver: boolean;
}

/**
 * Where somebody goes on who got the event `last`: after it; from now on who comes for the first time, or so late that
 * events after it have been swept, or from another database.
 */
export async function beginningAfter(db: EntityManager, last: Cursor | undefined): Promise<Beginning> {
  const row = await rowOf(
    db,
    z.object({ now: z.string(), oldest: z.string() }),
    `SELECT ${oldestRunning}::text AS now,
            coalesce((SELECT min(transaction_id) FROM cohort_event), ${oldestRunning})::text AS oldest`,
  );
  if (!row) throw new Error('SELECT without FROM returned no row');
  const reached = last && BigInt(partsOf(last).transactionId);
  if (last && reached && reached >= BigInt(row.oldest) && reached <= BigInt(row.now))
    return { cursor: last, startsOver: false };
  return { cursor: cursorAt(row.now, '0'), startsOver: true };
}
