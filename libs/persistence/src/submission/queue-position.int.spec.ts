import { submissionIdSchema } from '@lakeproof/contracts';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { submissionById, submissionsOf } from './submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol, send, take } from '../testing/room.js';
import { queuePosition } from './queue-position.js';
import { waiting } from './waiting.js';

let database: TemporaryDatabase | undefined;
let db: EntityManager;
beforeEach(async () => {
  await database?.drop();
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database?.drop());

describe('the queue position', () => {
  it('counts who waits before it: runs first, then the older', async () => {
    const first = await send(db, await enrol(db));
    const second = await send(db, await enrol(db));
    const run = await send(db, await enrol(db), { kind: 'run' });
    expect(await queuePosition(db, run.id)).toBe(0);
    expect(await queuePosition(db, first.id)).toBe(1);
    expect(await queuePosition(db, second.id)).toBe(2);
  });

  it('does not count what can not be taken before it, because its author has one at work', async () => {
    const [ada, grace] = [await enrol(db), await enrol(db)];
    await take(db, (await send(db, await enrol(db))).id);
    await take(db, (await send(db, ada)).id);
    const waiting = [];
    for (const exercise of ['join-orders', 'null-keys']) waiting.push((await send(db, ada, { exercise })).id);
    const mine = await send(db, grace);
    expect(await queuePosition(db, mine.id)).toBe(0);
    expect(await Promise.all(waiting.map((id) => queuePosition(db, id)))).toEqual([1, 2]);
  });

  it('does not count who is at work in the other queue', async () => {
    const ada = await enrol(db);
    await take(db, (await send(db, ada, { queue: 'cluster' })).id);
    const waits = await send(db, ada, { exercise: 'join-orders' });
    const mine = await send(db, await enrol(db));
    expect(await queuePosition(db, mine.id)).toBe(0);
    expect(await queuePosition(db, waits.id)).toBe(1);
  });

  it('is the same in a list, in the submission and asked for alone', async () => {
    await send(db, await enrol(db));
    const ada = await enrol(db);
    const { id } = await send(db, ada);
    expect(await queuePosition(db, id)).toBe(1);
    expect((await submissionById(db, id))?.position).toBe(1);
    expect((await submissionsOf(db, ada, 'clean-orders')).map(({ position }) => position)).toEqual([1]);
  });

  it('moves up when another starts, and is 0 for what no longer waits', async () => {
    const first = await send(db, await enrol(db));
    const second = await send(db, await enrol(db));
    await take(db, first.id);
    expect(await queuePosition(db, second.id)).toBe(0);
    expect(await queuePosition(db, first.id)).toBe(0);
    expect(await queuePosition(db, submissionIdSchema.parse(randomUUID()))).toBe(0);
  });

  it('does not count the other queue', async () => {
    await send(db, await enrol(db), { queue: 'cluster' });
    expect(await queuePosition(db, (await send(db, await enrol(db))).id)).toBe(0);
  });
});

describe('the waiting submissions', () => {
  it('are the queued ones, oldest first, with all that is needed to enqueue them', async () => {
    const first = await send(db, await enrol(db));
    const running = await send(db, await enrol(db));
    const last = await send(db, await enrol(db), { kind: 'run', queue: 'cluster' });
    await take(db, running.id);
    expect(await waiting(db, 10)).toEqual([
      { id: first.id, queue: 'warm', kind: 'submit' },
      { id: last.id, queue: 'cluster', kind: 'run' },
    ]);
    expect(await waiting(db, 1)).toHaveLength(1);
  });
});
