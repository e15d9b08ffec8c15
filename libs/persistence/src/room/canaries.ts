import { Not, Raw, type EntityManager } from 'typeorm';
import { Canary } from './canary.js';

const told = { at: true, outcome: true, seconds: true, expected: true, got: true, problem: true } as const;
export type CanaryRecord = Pick<Canary, keyof typeof told>;

/** Kept for so many days: a few hundred rows for each day of class. */
const keptDays = 30;

/** Keeps what a canary came to, and drops what nobody looks at any more. */
export async function addCanary(
  db: EntityManager,
  worker: string,
  canary: Omit<CanaryRecord, 'at'>,
): Promise<void> {
  await db.insert(Canary, { worker, ...canary });
  await db.delete(Canary, { at: Raw((at) => `${at} < now() - make_interval(days => ${keptDays})`) });
}

/** The last canary, and the last that was not skipped: what is known. */
export async function lastCanaries(
  db: EntityManager,
): Promise<{ last: CanaryRecord | undefined; lastGraded: CanaryRecord | undefined }> {
  const newest = await db.findOne(Canary, { select: told, where: {}, order: { id: 'DESC' } });
  const graded = await db.findOne(Canary, {
    select: told,
    where: { outcome: Not('skipped') },
    order: { id: 'DESC' },
  });
  return { last: newest ?? undefined, lastGraded: graded ?? undefined };
}
