import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { submissionViewSchema, workerHeartbeat } from '@lakeproof/contracts';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Agent } from 'supertest';
import { Workers } from '../health/workers.js';
import { type ApiUnderTest, specRedisUrl, startApi } from '../testing/api-under-test.js';
import { openEvents } from '../testing/event-stream.js';
import { eventually } from '../testing/eventually.js';
import { claimed, settled, someVerdict } from '../testing/grading.js';
import { submitted } from '../testing/submit.js';

let api: ApiUnderTest;
let redis: Redis;
let queue: Queue;
type Beating = Awaited<ReturnType<Workers['beating']>>;
let looking: jest.SpiedFunction<Workers['beating']>;
beforeAll(async () => {
  api = await startApi();
  looking = jest.spyOn(api.app.get(Workers), 'beating');
  redis = new Redis(specRedisUrl());
  queue = new Queue('warm', { connection: redis });
});
afterEach(async () => {
  await api.database.dataSource.query('TRUNCATE submission CASCADE');
});
afterAll(async () => {
  await queue.close();
  redis.disconnect();
  await api.close();
});

const owner = () => `worker-1/${randomUUID()}`;
const beat = (worker: string) => redis.set(workerHeartbeat.key(worker), '{}', 'EX', 600);

async function viewOf(person: Agent, id: string) {
  const response = await person.get(`/api/submissions/${id}`).expect(200);
  return submissionViewSchema.parse(response.body);
}

describe('a worker whose pulse stops', () => {
  it('loses what it graded: it is queued again within seconds, and its learner is told why', async () => {
    const worker = owner();
    await beat(worker);
    const ada = await api.as('ada');
    const id = await submitted(ada);
    const events = await openEvents(api, 'ada');
    const held = await claimed(api, id, worker);
    await events.until(({ data }) => data.state === 'running');
    await seen(worker);
    const died = performance.now();
    await redis.del(workerHeartbeat.key(worker));
    const told = await events.until(({ data }) => data.state === 'queued' && data.again === true);
    expect(performance.now() - died).toBeLessThan(10_000 - workerHeartbeat.ttlSeconds * 1000);
    expect(told.data).toMatchObject({ state: 'queued', again: true });
    expect(await viewOf(ada, id)).toMatchObject({ state: 'queued', again: true });
    // Its old job may still be held in Redis: a new one is there.
    await eventually('a job of its own', async () => (await queue.getJob(`${id}-1`)) !== undefined);
    await expect(settled(api, held, someVerdict)).rejects.toThrow('The claim was lost.');
    events.close();
  });

  it('keeps what it grades while it beats, and while it was never seen', async () => {
    const worker = owner();
    await beat(worker);
    const mine = await submitted(await api.as('ada'));
    const held = await claimed(api, mine, worker);
    const unseen = await submitted(await api.as('grace'));
    const other = await claimed(api, unseen, owner());
    // Another one, which falls silent in the meantime, shows that enough looks have passed.
    const silent = owner();
    await beat(silent);
    const linus = await api.as('linus');
    const lost = await submitted(linus);
    await claimed(api, lost, silent);
    await seen(silent);
    await redis.del(workerHeartbeat.key(silent));
    await eventually('the silent one lost it', async () => (await viewOf(linus, lost)).again);
    await settled(api, held, someVerdict);
    await settled(api, other, someVerdict);
  });
});

/** Until a look has seen the pulse: a worker that was never seen is not missed. */
const seen = (worker: string) =>
  eventually('its pulse was seen', async () => {
    const looks = await Promise.all(looking.mock.results.map(({ value }) => value as Promise<Beating>));
    return looks.some((beating) => beating.get(worker));
  });
