import { canaryOutcomeSchema } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf } from './rows.js';

const record = z.object({
  at: z.date(),
  outcome: canaryOutcomeSchema,
  seconds: z.number().nullable(),
  expected: z.string(),
  got: z.string().nullable(),
  problem: z.string().nullable(),
});
export type CanaryRecord = z.infer<typeof record>;

/** Kept for so many days: a few hundred rows for each day of class. */
const keptDays = 30;

/** Keeps what a canary came to, and drops what nobody looks at any more. */
export async function addCanary(
  db: EntityManager,
  worker: string,
  { outcome, seconds, expected, got, problem }: Omit<CanaryRecord, 'at'>,
): Promise<void> {
  await db.query(
    `INSERT INTO canary (worker, outcome, seconds, expected, got, problem) VALUES ($1, $2, $3, $4, $5, $6)`,
    [worker, outcome, seconds, expected, got, problem],
  );
  await db.query('DELETE FROM canary WHERE at < now() - make_interval(days => $1)', [keptDays]);
}

/** The last canary, and the last that was not skipped: what is known. */
export async function lastCanaries(
  db: EntityManager,
): Promise<{ last: CanaryRecord | undefined; lastGraded: CanaryRecord | undefined }> {
  const newest = (where: string) =>
    rowOf(
      db,
      record,
      `SELECT at, outcome, seconds, expected, got, problem FROM canary WHERE ${where} ORDER BY id DESC LIMIT 1`,
    );
  return { last: await newest('true'), lastGraded: await newest(`outcome <> 'skipped'`) };
}
