import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { seedDemo } from '../cohort/seed-demo.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { findUserByEmail, findUserById } from './find-users.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
  await seedDemo(db);
});
afterAll(() => database.drop());

describe('a user', () => {
  it('is found by email in whatever case, and by id', async () => {
    const ada = await findUserByEmail(db, ' Ada@Lakeproof.TEST ');
    expect(ada?.email).toBe('ada@lakeproof.test');
    expect(ada && (await findUserById(db, ada.id))).toEqual(ada);
    expect(await findUserByEmail(db, 'nobody@lakeproof.test')).toBeUndefined();
  });
});
