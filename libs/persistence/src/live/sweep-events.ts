import type { EntityManager } from 'typeorm';
import { rowOf } from '../rows.js';
import { z } from 'zod';

/** Kept for so many days: who was away for longer starts over. */
const keptDays = 7;

/** Drops old events, the first in their order: then a cursor at or behind the first that is left has missed none. */
export async function sweepEvents(db: EntityManager): Promise<number> {
  const row = await rowOf(
    db,
    z.object({ swept: z.number() }),
    `WITH swept AS (
       DELETE FROM cohort_event
       WHERE at < now() - make_interval(days => $1) AND transaction_id < coalesce(
         (SELECT min(transaction_id) FROM cohort_event WHERE at >= now() - make_interval(days => $1)),
         9223372036854775807)
       RETURNING id
     ) SELECT count(*)::int AS swept FROM swept`,
    [keptDays],
  );
  return row?.swept ?? 0;
}
