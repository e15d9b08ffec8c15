import { randomUUID } from 'node:crypto';
import { cohortIdSchema, type CohortId } from '@lakeproof/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { addCanary, lastCanaries } from './canaries.js';
import { classIsNear, nextClass } from './queries/class-days.js';
import { cohortExists } from './queries/cohorts.js';
import { rowOf } from './rows.js';
import { seedDemo } from './seed-demo.js';
import { temporaryDatabase, type TemporaryDatabase } from './temporary-database.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterEach(() => db.query('TRUNCATE class_day, canary'));
afterAll(() => database.drop());

const newCohort = z.object({ id: cohortIdSchema });
async function cohort(): Promise<CohortId> {
  const row = await rowOf(
    db,
    newCohort,
    'WITH c AS (INSERT INTO cohort (name) VALUES ($1) RETURNING id) SELECT id FROM c',
    [randomUUID()],
  );
  return newCohort.parse(row).id;
}

/** A class that starts and ends so many minutes from now. */
const plan = (of: CohortId, startsIn: number, endsIn: number) =>
  db.query(
    `INSERT INTO class_day (cohort_id, starts_at, ends_at)
     VALUES ($1, now() + make_interval(mins => $2), now() + make_interval(mins => $3))`,
    [of, startsIn, endsIn],
  );

describe('class hours', () => {
  it.each([
    ['on', -10, 60, true],
    ['about to start', 19, 60, true],
    ['too far ahead', 21, 60, false],
    ['over', -60, -1, false],
  ])('of a class that is %s', async (_, startsIn, endsIn, near) => {
    await plan(await cohort(), startsIn, endsIn);
    expect(await classIsNear(db, 20 * 60)).toBe(near);
  });

  it('are those of the class that is on, else of the next one', async () => {
    const [mine, other] = [await cohort(), await cohort()];
    await plan(mine, 600, 700);
    await plan(mine, 60, 120);
    await plan(mine, -120, -60);
    await plan(other, -10, 10);
    const minutesAhead = (at: Date | undefined) => at && Math.round((at.getTime() - Date.now()) / 60_000);
    expect(minutesAhead((await nextClass(db, mine))?.startsAt)).toBe(60);
    expect((await nextClass(db))?.cohort).toBe(other);
    expect(await nextClass(db, await cohort())).toBeUndefined();
  });

  it('end after they start', async () => {
    await expect(plan(await cohort(), 60, 60)).rejects.toThrow('class_day_check');
  });

  it('of the demo cohort are seeded once', async () => {
    await seedDemo(db);
    await seedDemo(db);
    expect(await db.query('SELECT count(*)::int AS n FROM class_day')).toEqual([{ n: 1 }]);
    expect(await classIsNear(db, 20 * 60)).toBe(false);
  });
});

describe('canaries', () => {
  const right = { outcome: 'right', seconds: 5, expected: 'a', got: 'a', problem: null } as const;
  const skipped = {
    outcome: 'skipped',
    seconds: null,
    expected: 'a',
    got: null,
    problem: 'All busy.',
  } as const;

  it('are known by the last, and by the last that was graded', async () => {
    expect(await lastCanaries(db)).toEqual({ last: undefined, lastGraded: undefined });
    await addCanary(db, 'worker-1', { ...right, seconds: 9 });
    await addCanary(db, 'worker-2', right);
    await addCanary(db, 'worker-1', skipped);
    expect(await lastCanaries(db)).toEqual({
      last: { ...skipped, at: expect.any(Date) },
      lastGraded: { ...right, at: expect.any(Date) },
    });
  });

  it('are dropped after a month', async () => {
    await addCanary(db, 'worker-1', right);
    await db.query(`UPDATE canary SET at = now() - interval '31 days'`);
    await addCanary(db, 'worker-1', skipped);
    expect((await lastCanaries(db)).lastGraded).toBeUndefined();
  });
});

describe('a cohort', () => {
  it('is there or not', async () => {
    expect(await cohortExists(db, await cohort())).toBe(true);
    expect(await cohortExists(db, cohortIdSchema.parse(randomUUID()))).toBe(false);
  });
});
