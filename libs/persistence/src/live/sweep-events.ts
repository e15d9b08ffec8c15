import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';

/** Kept for so many days: who was away for longer starts over. */
const keptDays = 7;

/**
 * Drops old events, the first in their order: then a cursor that is not behind the first one left has missed none. And
 * those of transactions that are yet to come: a dump brought them from another server.
 */
export async function sweepEvents(db: EntityManager): Promise<number> {
  const row = await rowOf(
    db,
    z.object({ swept: z.number() }),
    `WITH swept AS (
       DELETE FROM cohort_event
       WHERE transaction_id >= pg_snapshot_xmax(pg_current_snapshot())::text::bigint
         OR (at < now() - make_interval(days => $1) AND transaction_id < coalesce(
           (SELECT min(transaction_id) FROM cohort_event WHERE at >= now() - make_interval(days => $1)),
           9223372036854775807))
       RETURNING id
     ) SELECT count(*)::int AS swept FROM swept`,
    [keptDays],
  );
  return row?.swept ?? 0;
}
