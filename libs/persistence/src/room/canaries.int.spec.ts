import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { addCanary, lastCanaries } from './canaries.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

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
