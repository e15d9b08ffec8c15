import type { EntityManager } from 'typeorm';
import { z } from 'zod';

/**
 * The rows of a SELECT, or of a WITH that ends in one, parsed by `row`.
 * (TypeORM gives bare UPDATE and DELETE statements another shape: wrap those in a WITH.)
 */
export async function rowsOf<Row>(
  db: EntityManager,
  row: z.ZodType<Row>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row[]> {
  return z.array(row).parse(await db.query(sql, [...parameters]));
}

/** The one row, or undefined when there is none. */
export async function rowOf<Row>(
  db: EntityManager,
  row: z.ZodType<Row>,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<Row | undefined> {
  return (await rowsOf(db, row, sql, parameters))[0];
}
