import { type EnrolmentId, type SubmissionId } from '@lakeproof/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityManager } from 'typeorm';
import { z } from 'zod';
import { dataSourceOptions } from '../data-source.js';
import { rowsOf } from '../rows.js';
import { submissionOwner } from '../submission/submissions.js';
import { enrol, enrolAgain, send } from '../testing/room.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { beginningAfter, cursorAt, partsOf, type Cursor } from './cursor.js';
import { eventsAfter, type Audience, type StateChange } from './events-after.js';
import { noteState } from './note-state.js';
import { sweepEvents } from './sweep-events.js';

const writers = 20;
const eventsEach = 50;

let database: TemporaryDatabase;
let pool: DataSource;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  pool = await new DataSource({ ...dataSourceOptions(database.url), poolSize: writers + 5 }).initialize();
  db = pool.manager;
});
beforeEach(() => db.query('TRUNCATE cohort_event'));
afterAll(async () => {
  await pool.destroy();
  await database.drop();
});

/** Somebody new with a submission, of which nothing is told yet. */
async function learner(enrolment?: EnrolmentId) {
  const { id } = await send(db, enrolment ?? (await enrol(db)));
  const owner = await submissionOwner(db, id);
  if (!owner) throw new Error('nobody sent it');
  await db.query('TRUNCATE cohort_event');
  return { id, ...owner };
}

const eventRow = z.object({ transactionId: z.string(), id: z.string() });
const note = (tx: EntityManager, submission: SubmissionId) =>
  tx.query(
    `WITH changed AS (SELECT id, enrolment_id, failures FROM submission WHERE id = $1)
     ${noteState('changed', 'running')}`,
    [submission],
  );

/** All that is there now. Transactions of other databases hold events back, too: it waits for them. */
async function allAfter(audience: Audience, cursor: Cursor): Promise<readonly StateChange[]> {
  for (;;) {
    const { events, held } = await eventsAfter(db, audience, cursor);
    if (!held) return events;
  }
}
const start = cursorAt('0', '0');

describe('events of a cohort', () => {
  it('are told once and in order, whoever commits first, to one who is cut off again and again', async () => {
    const { id, user } = await learner();
    const committed: bigint[] = [];
    let working = writers;
    const write = async (n: number) => {
      for (let left = eventsEach; left > 0;) {
        const size = Math.min(left, 1 + ((n + left) % 3));
        if ((n + left) % 7 === 0) await transaction(id, size, n % 9, 'rollback');
        committed.push(...(await transaction(id, size, (n * 5 + left) % 9, 'commit')));
        left -= size;
      }
      working -= 1;
    };
    const writing = Promise.all(Array.from({ length: writers }, (_, n) => write(n)));

    const seen: Cursor[] = [];
    let cursor = (await beginningAfter(db, undefined)).cursor;
    let resumed = 0;
    for (let over = false; !over; resumed += 1) {
      const beginning = await beginningAfter(db, cursor);
      expect(beginning.startsOver && seen.length > 0).toBe(false);
      const isLast = working === 0;
      const { events, held } = await eventsAfter(db, { person: user }, cursor);
      // Cut off after 20 at most, wherever that is.
      const got = events.slice(0, 20).map((event) => event.cursor);
      seen.push(...got);
      cursor = got.at(-1) ?? cursor;
      over = isLast && !held && got.length === events.length;
    }
    await writing;

    expect(seen).toEqual(await everyEventInOrder());
    expect(new Set(seen).size).toBe(writers * eventsEach);
    expect(resumed).toBeGreaterThanOrEqual(50);
    expect(committed).not.toEqual(committed.toSorted((one, other) => Number(one - other)));
  });

  it('would be skipped by one who goes by ids alone', async () => {
    const { id, user } = await learner();
    const slow = pool.createQueryRunner();
    await slow.startTransaction();
    await note(slow.manager, id);
    await note(db, id);

    const byIds = async (last: bigint) =>
      (await rowsOf(db, eventRow, 'SELECT id, transaction_id AS "transactionId" FROM cohort_event')).filter(
        (row) => BigInt(row.id) > last,
      );
    const [naive] = await byIds(0n);
    expect(await eventsAfter(db, { person: user }, start)).toEqual({ events: [], held: true });
    await slow.commitTransaction();
    await slow.release();

    expect(await byIds(BigInt(naive?.id ?? ''))).toEqual([]);
    const events = await allAfter({ person: user }, start);
    expect(events.map((event) => event.cursor)).toEqual(await everyEventInOrder());
    expect(events).toHaveLength(2);
  });

  it('are told past one of a kind that this version does not know', async () => {
    const { id, user } = await learner();
    await note(db, id);
    await db.query(`UPDATE cohort_event SET kind = 'unheard-of', payload = '{}'`);
    await note(db, id);
    const events = await allAfter({ person: user }, start);
    expect(events).toMatchObject([{ submission: id, state: 'running' }]);
  });

  it('wait for no transaction that came to nothing', async () => {
    const { id, user } = await learner();
    const failing = pool.createQueryRunner();
    await failing.startTransaction();
    await note(failing.manager, id);
    await note(db, id);
    expect(await eventsAfter(db, { person: user }, start)).toEqual({ events: [], held: true });
    await failing.rollbackTransaction();
    await failing.release();
    expect(await allAfter({ person: user }, start)).toHaveLength(1);
  });
});

describe('who is told', () => {
  it('is the person, in all cohorts, and the trainers of the cohort', async () => {
    const enrolment = await enrol(db);
    const ada = await learner(enrolment);
    const again = await learner(await enrolAgain(db, enrolment));
    const grace = await learner();
    for (const { id } of [ada, again, grace]) await note(db, id);
    const told = async (audience: Audience) =>
      (await allAfter(audience, start)).map(({ submission }) => submission);
    expect(await told({ person: ada.user })).toEqual([ada.id, again.id]);
    expect(await told({ person: grace.user })).toEqual([grace.id]);
    expect(await told({ trainersOf: ada.cohort })).toEqual([ada.id]);
    expect(await told({ trainersOf: again.cohort })).toEqual([again.id]);
  });

  it('is everybody of the cohort, and nobody else, when it is about no person', async () => {
    const [ada, grace] = [await learner(), await learner()];
    await note(db, ada.id);
    await db.query('UPDATE cohort_event SET person_id = NULL');
    const told = async (audience: Audience) => (await allAfter(audience, start)).length;
    expect(await told({ person: ada.user })).toBe(1);
    expect(await told({ trainersOf: ada.cohort })).toBe(1);
    expect(await told({ person: grace.user })).toBe(0);
    expect(await told({ trainersOf: grace.cohort })).toBe(0);
  });
});

describe('who comes back', () => {
  const age = (days: number) =>
    db.query(`UPDATE cohort_event SET at = now() - make_interval(days => $1)`, [days]);
  const lastOf = async (user: Awaited<ReturnType<typeof learner>>['user']) => {
    const last = (await allAfter({ person: user }, start)).at(-1);
    if (!last) throw new Error('nothing was told');
    return last.cursor;
  };

  it('goes on after the last event, and who is new starts now', async () => {
    const { id, user } = await learner();
    await note(db, id);
    const last = await lastOf(user);
    expect(await beginningAfter(db, last)).toEqual({ cursor: last, startsOver: false });
    const beginning = await beginningAfter(db, undefined);
    expect(beginning.startsOver).toBe(true);
    await note(db, id);
    expect(await allAfter({ person: user }, beginning.cursor)).toHaveLength(1);
  });

  it('starts over when events after the last one were swept', async () => {
    const { id, user } = await learner();
    await note(db, id);
    const last = await lastOf(user);
    await note(db, id);
    await age(8);
    await note(db, id);
    expect(await sweepEvents(db)).toBe(2);
    expect(await beginningAfter(db, last)).toMatchObject({ startsOver: true });
    const kept = await lastOf(user);
    expect(await beginningAfter(db, kept)).toEqual({ cursor: kept, startsOver: false });
  });

  it('starts over when nothing is left', async () => {
    const { id, user } = await learner();
    await note(db, id);
    const last = await lastOf(user);
    await age(8);
    expect(await sweepEvents(db)).toBe(1);
    expect(await beginningAfter(db, last)).toMatchObject({ startsOver: true });
  });

  it('starts over with a place that another database gave', async () => {
    const { transactionId } = partsOf((await beginningAfter(db, undefined)).cursor);
    const ahead = cursorAt(String(BigInt(transactionId) + 1_000_000n), '1');
    expect((await beginningAfter(db, ahead)).startsOver).toBe(true);
  });

  it('is not held up by events that a dump brought from another server', async () => {
    const { id, user } = await learner();
    await note(db, id);
    await db.query('UPDATE cohort_event SET transaction_id = transaction_id + 1000000');
    await note(db, id);
    expect((await eventsAfter(db, { person: user }, start)).held).toBe(true);
    expect(await sweepEvents(db)).toBe(1);
    expect(await allAfter({ person: user }, start)).toHaveLength(1);
  });

  it('finds all events of the last days', async () => {
    const { id, user } = await learner();
    await note(db, id);
    await age(6);
    expect(await sweepEvents(db)).toBe(0);
    expect(await allAfter({ person: user }, start)).toHaveLength(1);
  });
});

/** In one transaction so many events, and then so many questions that take time. @returns the ids it drew */
async function transaction(
  submission: SubmissionId,
  events: number,
  questions: number,
  end: 'commit' | 'rollback',
): Promise<bigint[]> {
  const runner = pool.createQueryRunner();
  try {
    await runner.startTransaction();
    for (let n = 0; n < events; n += 1) await note(runner.manager, submission);
    const mine = await rowsOf(
      runner.manager,
      eventRow,
      `SELECT id, transaction_id AS "transactionId" FROM cohort_event
       WHERE transaction_id = pg_current_xact_id()::text::bigint ORDER BY id`,
    );
    for (let n = 0; n < questions; n += 1) await runner.query('SELECT 1');
    await (end === 'commit' ? runner.commitTransaction() : runner.rollbackTransaction());
    return mine.map(({ id }) => BigInt(id));
  } finally {
    await runner.release();
  }
}

async function everyEventInOrder(): Promise<Cursor[]> {
  const rows = await rowsOf(
    db,
    eventRow,
    'SELECT id, transaction_id AS "transactionId" FROM cohort_event ORDER BY transaction_id, id',
  );
  return rows.map(({ transactionId, id }) => cursorAt(transactionId, id));
}
