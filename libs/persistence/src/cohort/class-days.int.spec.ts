import { randomUUID } from 'node:crypto';
import { cohortIdSchema, type CohortId } from '@lakeproof/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { classIsNear, nextClass } from './class-days.js';
import { cohortExists } from './cohort-exists.js';
import { Cohort } from './cohort.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
beforeEach(() => db.query('TRUNCATE class_day'));
afterAll(() => database.drop());

const cohort = async (): Promise<CohortId> => (await db.save(Cohort, { name: randomUUID() })).id;

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
    expect((await nextClass(db))?.cohortId).toBe(other);
    expect(await nextClass(db, await cohort())).toBeUndefined();
  });

  it('end after they start', async () => {
    await expect(plan(await cohort(), 60, 60)).rejects.toThrow('class_day_check');
  });
});

describe('a cohort', () => {
  it('is there or not', async () => {
    expect(await cohortExists(db, await cohort())).toBe(true);
    expect(await cohortExists(db, cohortIdSchema.parse(randomUUID()))).toBe(false);
  });
});
