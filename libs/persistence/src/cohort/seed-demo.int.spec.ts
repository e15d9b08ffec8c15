import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { findUserByEmail } from '../people/find-users.js';
import { verifyPassword } from '../people/passwords.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { classIsNear } from './class-days.js';
import { enrolmentsOf } from './enrolments.js';
import { demoPassword, seedDemo } from './seed-demo.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
  await seedDemo(db);
});
afterAll(() => database.drop());

describe('the demo cohort', () => {
  it.each([
    ['trainer@lakeproof.test', 'trainer', false],
    ['admin@lakeproof.test', 'admin', true],
    ['ada@lakeproof.test', 'participant', false],
    ['grace@lakeproof.test', 'participant', false],
    ['linus@lakeproof.test', 'participant', false],
  ])('has %s as %s', async (email, role, platformAdmin) => {
    const user = await findUserByEmail(db, email);
    if (!user) throw new Error('not seeded');
    expect(user.platformAdmin).toBe(platformAdmin);
    expect(await enrolmentsOf(db, user.id)).toMatchObject([{ role, cohort: { name: 'Nimbus pilot' } }]);
    expect(await verifyPassword(user.passwordHash, demoPassword)).toBe(true);
    expect(await verifyPassword(user.passwordHash, 'another')).toBe(false);
  });

  it('is added once with its class, and what has changed since stays', async () => {
    const before = await findUserByEmail(db, 'ada@lakeproof.test');
    await seedDemo(db);
    expect(await findUserByEmail(db, 'ada@lakeproof.test')).toEqual(before);
    expect(await db.query('SELECT count(*)::int AS n FROM enrolment')).toEqual([{ n: 5 }]);
    expect(await db.query('SELECT count(*)::int AS n FROM class_day')).toEqual([{ n: 1 }]);
    expect(await classIsNear(db, 20 * 60)).toBe(false);
  });
});
