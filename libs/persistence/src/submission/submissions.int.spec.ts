import { submissionIdSchema } from '@lakeproof/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { enrolmentsOf } from '../cohort/enrolments.js';
import { seedDemo } from '../cohort/seed-demo.js';
import { settle } from '../grade/settle.js';
import { findUserByEmail } from '../people/find-users.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol, send, settlement, take, verdict } from '../testing/room.js';
import { submissionById, submissionOwner, submissionsOf } from './submissions.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
  await seedDemo(db);
});
afterAll(() => database.drop());

describe('a submission', () => {
  it('is found with its owner', async () => {
    const ada = await findUserByEmail(db, 'ada@lakeproof.test');
    const [enrolment] = ada ? await enrolmentsOf(db, ada.id) : [];
    if (!enrolment) throw new Error('not seeded');
    const { id } = await send(db, enrolment.id);
    expect(await submissionById(db, id)).toMatchObject({ id, enrolmentId: enrolment.id });
    expect(await submissionOwner(db, id)).toEqual({ user: ada?.id, cohort: enrolment.cohort.id });
    const none = submissionIdSchema.parse(randomUUID());
    expect(await submissionById(db, none)).toBeUndefined();
    expect(await submissionOwner(db, none)).toBeUndefined();
  });

  it('is listed with the others of its exercise and enrolment, newest first', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada);
    const second = await send(db, ada, { kind: 'run' });
    await send(db, ada, { exercise: 'join-orders' });
    await send(db, await enrol(db));
    await settle(db, await take(db, first.id), settlement(verdict(0.5)));
    const list = await submissionsOf(db, ada, 'clean-orders');
    expect(list.map(({ id, state, score }) => ({ id, state, score }))).toEqual([
      { id: second.id, state: 'queued', score: null },
      { id: first.id, state: 'graded', score: 0.5 },
    ]);
    expect(await submissionsOf(db, ada, 'clean-orders', 1)).toHaveLength(1);
  });
});
