import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { channels } from '@lakeproof/contracts';
import { renewClaim } from '@lakeproof/persistence';
import { Redis } from 'ioredis';
import type { Agent } from 'supertest';
import { type ApiUnderTest, specRedisUrl, startApi } from '../testing/api-under-test.js';
import { problemIn, receiptIn } from '../testing/bodies.js';
import { openEvents } from '../testing/event-stream.js';
import { eventually } from '../testing/eventually.js';
import { claimed, settled, someVerdict } from '../testing/grading.js';
import { file, submit, submitted } from '../testing/submit.js';

let api: ApiUnderTest;
let ada: Agent;
beforeAll(async () => {
  api = await startApi();
  ada = await api.as('ada');
});
afterAll(async () => {
  await api.close();
});

const stop = (agent: Agent, id: string) => agent.post(`/api/submissions/${id}/stop`);

describe('stopping a submission', () => {
  it('ends the one that waits, and is the same when it is asked again', async () => {
    const id = await submitted(ada);
    for (let times = 0; times < 2; times += 1)
      expect(receiptIn(await stop(ada, id).expect(200))).toEqual({ id, state: 'stopped', position: 0 });
  });

  it('takes the one that runs from its worker, and nudges it and all who watch', async () => {
    const id = await submitted(ada);
    const held = await claimed(api, id);
    const nudged: string[] = [];
    const worker = new Redis(specRedisUrl());
    worker.on('message', (_, message: string) => nudged.push(message));
    await worker.subscribe(channels.changed);
    const events = await openEvents(api, 'ada');
    await events.until(({ data }) => data.state === 'running');
    await stop(ada, id).expect(200);
    await events.until(({ data }) => data.state === 'stopped');
    events.close();
    await eventually('the worker is nudged', () => nudged.includes(id));
    worker.disconnect();
    expect(await renewClaim(api.database.dataSource.manager, held, 60)).toBe(false);
  });

  it('comes too late for one that has its verdict, and says so by its state', async () => {
    const id = await submitted(ada);
    await settled(api, await claimed(api, id), someVerdict);
    expect(receiptIn(await stop(ada, id).expect(200)).state).toBe('graded');
  });

  it.each([
    ['grace', 404, 'not-found'],
    ['trainer', 403, 'forbidden'],
    ['admin', 403, 'forbidden'],
  ] as const)('is refused to %s, and changes nothing', async (name, status, code) => {
    const id = await submitted(ada);
    expect(problemIn(await stop(await api.as(name), id).expect(status))).toMatchObject({ code });
    const view = await ada.get(`/api/submissions/${id}`).expect(200);
    expect(view.body).toMatchObject({ state: 'queued' });
    await stop(ada, id).expect(200);
  });

  it('needs a session, and a submission', async () => {
    const id = await submitted(ada);
    await stop(await api.as(), id).expect(401);
    await stop(ada, randomUUID()).expect(404);
    await stop(ada, 'nonsense').expect(404);
  });
});

describe('a run with other files', () => {
  it('stops the one that is running, and nudges its worker', async () => {
    const run = (content: string) => submit(ada, { kind: 'run', files: [file('test_orders.py', content)] });
    const older = receiptIn(await run('x = 1').expect(202));
    await claimed(api, older.id);
    const events = await openEvents(api, 'ada');
    await events.until(({ data }) => data.state === 'running');
    const newer = receiptIn(await run('x = 2').expect(202));
    expect(newer).toMatchObject({ state: 'queued' });
    expect(newer.id).not.toBe(older.id);
    await events.until(({ data }) => data.submission === older.id && data.state === 'stopped');
    events.close();
  });
});
