import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';

/** Of these sessions the ones that still stand: nobody signed out of them, and their time is not over. */
export async function standingSessions(
  db: EntityManager,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await rowsOf(
    db,
    z.object({ sid: z.string() }),
    'SELECT sid FROM session WHERE sid = ANY($1) AND expire >= now()',
    [ids],
  );
  return new Set(rows.map(({ sid }) => sid));
}
