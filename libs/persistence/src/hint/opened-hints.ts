import { DomainError, type EnrolmentId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf, rowsOf } from '../rows.js';

/** How many hints on each mutant of an exercise somebody has opened, by the mutant's name. */
export async function openedHints(
  db: EntityManager,
  enrolment: EnrolmentId,
  exercise: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await rowsOf(
    db,
    z.object({ variant: z.string(), level: z.number() }),
    `SELECT variant, max(level) AS level FROM opened_hint
     WHERE enrolment_id = $1 AND exercise = $2 GROUP BY variant`,
    [enrolment, exercise],
  );
  return new Map(rows.map(({ variant, level }) => [variant, level]));
}

interface HintToOpen {
  readonly enrolment: EnrolmentId;
  readonly exercise: string;
  readonly variant: string;
  readonly level: number;
}

/**
 * Remembers that a hint was opened. The same one again changes nothing; one after another is the only order.
 * @throws DomainError invalid-request when the hint before it was not opened
 */
export async function openHint(db: EntityManager, hint: HintToOpen): Promise<void> {
  const { enrolment, exercise, variant, level } = hint;
  const opened = await rowOf(
    db,
    z.object({ level: z.number() }),
    `INSERT INTO opened_hint (enrolment_id, exercise, variant, level)
     SELECT $1, $2, $3, $4
     WHERE $4 = 1 OR EXISTS (SELECT FROM opened_hint
       WHERE enrolment_id = $1 AND exercise = $2 AND variant = $3 AND level = $4 - 1)
     ON CONFLICT (enrolment_id, exercise, variant, level) DO UPDATE SET level = excluded.level
     RETURNING level`,
    [enrolment, exercise, variant, level],
  );
  if (!opened)
    throw new DomainError('invalid-request', `Open hint ${String(level - 1)} first.`, [
      { path: 'level', message: 'must be the next one' },
    ]);
}
