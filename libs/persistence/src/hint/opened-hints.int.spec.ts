import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { openedHints, openHint } from './opened-hints.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol } from '../testing/room.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

const hint = (enrolment: Awaited<ReturnType<typeof enrol>>, level: number) => ({
  enrolment,
  exercise: 'clean-orders',
  variant: 'nulls-lost',
  level,
});

describe('opened hints', () => {
  it("are remembered by person and exercise, and are nobody else's", async () => {
    const [ada, grace] = [await enrol(db), await enrol(db)];
    await openHint(db, hint(ada, 1));
    await openHint(db, hint(ada, 2));
    expect(await openedHints(db, ada, 'clean-orders')).toEqual(new Map([['nulls-lost', 2]]));
    expect(await openedHints(db, ada, 'join-fan-out')).toEqual(new Map());
    expect(await openedHints(db, grace, 'clean-orders')).toEqual(new Map());
  });

  it('count once, however often one is asked for, and keep the time of the first', async () => {
    const ada = await enrol(db);
    const time = () => db.query('SELECT opened_at FROM opened_hint WHERE enrolment_id = $1', [ada]);
    await openHint(db, hint(ada, 1));
    const first: unknown = await time();
    await openHint(db, hint(ada, 1));
    expect(await time()).toEqual(first);
  });

  it('come one after another', async () => {
    await expect(openHint(db, hint(await enrol(db), 2))).rejects.toThrow('Open hint 1 first.');
  });
});
