import type { SubmissionId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from '../rows.js';

/**
 * SQL for the number of submissions that wait before `s` (an alias of submission) in its queue: runs go
 * first, as in `priorityOf`, then the older. 0 when it no longer waits.
 */
export const positionOf = (s: string): string =>
  `CASE WHEN ${s}.state <> 'queued' THEN 0 ELSE (
     SELECT count(*)::int FROM submission w
     WHERE w.state = 'queued' AND w.queue = ${s}.queue
       AND (w.kind <> 'run', w.created_at, w.id) < (${s}.kind <> 'run', ${s}.created_at, ${s}.id)
   ) END`;

/** Submissions that wait before this one; 0 when it is next, no longer waits, or does not exist. */
export async function queuePosition(db: EntityManager, id: SubmissionId): Promise<number> {
  const row = await rowOf(
    db,
    z.object({ position: z.number() }),
    `SELECT ${positionOf('s')} AS position FROM submission s WHERE s.id = $1`,
    [id],
  );
  return row?.position ?? 0;
}
