import type { DataSource } from 'typeorm';
import { z } from 'zod';

const definition = z.object({ of: z.string(), name: z.string(), definition: z.string() });

/**
 * Every column, constraint and index of our tables, as Postgres itself would write it down: what TypeORM's own
 * comparison doesn't see (CHECKs, predicates of indexes, ON DELETE) included.
 */
export async function catalogueOf(db: Pick<DataSource, 'query'>): Promise<string[]> {
  const rows: unknown = await db.query(`
    SELECT * FROM (
      SELECT table_name AS of, column_name AS name,
             concat_ws(' ', data_type, CASE is_nullable WHEN 'NO' THEN 'not null' END, column_default) AS definition
      FROM information_schema.columns WHERE table_schema = 'public'
      UNION ALL
      SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL
      SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    ) d
    WHERE of NOT IN ('session', 'migrations')
    ORDER BY of, name, definition`);
  return z
    .array(definition)
    .parse(rows)
    .map((row) => `${row.of}.${row.name}: ${row.definition}`);
}
