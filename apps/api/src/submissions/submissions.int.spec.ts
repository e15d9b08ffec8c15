import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queueNames } from '@lakeproof/contracts';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Agent } from 'supertest';
import { type ApiUnderTest, startApi } from '../testing/api-under-test.js';

const route = '/api/exercises/clean-orders/submissions';
const file = (path: string, content = 'def test(): pass\n') => ({ path, content });
const good = { kind: 'submit', files: [file('test_orders.py')] };
const submit = (agent: Agent, body: unknown = good, key: string = randomUUID()) =>
  agent
    .post(route)
    .set('Idempotency-Key', key)
    .send(body as object);

let api: ApiUnderTest;
let ada: Agent;
beforeAll(async () => {
  api = await startApi();
  ada = await api.as('ada');
});
afterAll(async () => {
  await api.close();
});

const stored = async (): Promise<number> => {
  const [row] = (await api.database.dataSource.query('SELECT count(*)::int AS count FROM submission')) as {
    count: number;
  }[];
  return row?.count ?? -1;
};

describe('a submission', () => {
  it('is stored, queued once under its own id and told with its place', async () => {
    const { body } = await submit(ada).expect(202);
    expect(body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), state: 'queued', position: 0 });
    const redis = new Redis(process.env.REDIS_URL ?? '', { maxRetriesPerRequest: null });
    const queue = new Queue(queueNames[0], { connection: redis });
    const job = await queue.getJob(body.id);
    expect(job).toMatchObject({ name: 'grade', data: { submissionId: body.id }, opts: { priority: 2 } });
    await job?.remove();
    await queue.close();
    redis.disconnect();
    const second = await submit(ada).expect(202);
    expect(second.body.position).toBe(1);
  });

  it('is one and the same for the same key, also when both come at once', async () => {
    const before = await stored();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(ada, good, key).expect(202)));
    const ids = new Set(answers.map(({ body }) => (body as { id: string }).id));
    expect(ids.size).toBe(1);
    expect(await stored()).toBe(before + 1);
  });

  it('is another one for another person with the same key', async () => {
    const key = randomUUID();
    const grace = await api.as('grace');
    const first = await submit(ada, good, key).expect(202);
    const second = await submit(grace, good, key).expect(202);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('is refused from a page of another origin', async () => {
    const before = await stored();
    const { body } = await submit(ada).set('Origin', 'https://evil.test').expect(403);
    expect(body).toMatchObject({ code: 'wrong-origin' });
    expect(await stored()).toBe(before);
  });

  it('needs a session', async () => {
    const { body } = await submit(await api.as()).expect(401);
    expect(body).toMatchObject({ code: 'not-signed-in' });
  });

  it('needs somebody who learns', async () => {
    const { body } = await submit(await api.as('admin')).expect(403);
    expect(body).toMatchObject({ code: 'no-enrolment' });
  });

  it('of an exercise that does not exist is not found', async () => {
    const { body } = await ada
      .post('/api/exercises/no-such/submissions')
      .set('Idempotency-Key', randomUUID())
      .send(good)
      .expect(404);
    expect(body).toMatchObject({ code: 'not-found' });
  });

  it('of an exercise that could not be loaded is refused for now', async () => {
    const { body } = await ada
      .post('/api/exercises/broken-one/submissions')
      .set('Idempotency-Key', randomUUID())
      .send(good)
      .expect(409);
    expect(body).toMatchObject({ code: 'exercise-unavailable' });
  });
});

describe('bad input', () => {
  it.each([
    [
      'a file of more than 64 KiB',
      { ...good, files: [file('a.py', 'x'.repeat(64 * 1024 + 1))] },
      413,
      'too-large',
    ],
    [
      'files of more than 256 KiB',
      { ...good, files: Array.from({ length: 5 }, (_, i) => file(`${i}.py`, 'x'.repeat(60_000))) },
      413,
      'too-large',
    ],
    [
      'a body of more than 1 MiB',
      { ...good, files: [file('a.py', 'x'.repeat(1024 * 1024))] },
      413,
      'too-large',
    ],
    [
      '33 files',
      { ...good, files: Array.from({ length: 33 }, (_, i) => file(`${i}.py`)) },
      422,
      'too-many-files',
    ],
    ['no file', { ...good, files: [] }, 422, 'invalid-files'],
    ['a path that leaves the folder', { ...good, files: [file('../test.py')] }, 422, 'invalid-files'],
    [
      'a path that leaves the folder later',
      { ...good, files: [file('tests/../../test.py')] },
      422,
      'invalid-files',
    ],
    ['an absolute path', { ...good, files: [file('/etc/cron.d/test.py')] }, 422, 'invalid-files'],
    ['a NUL in a path', { ...good, files: [file('test\0.py')] }, 422, 'invalid-files'],
    ['a NUL in a file', { ...good, files: [file('test.py', 'a\0b')] }, 422, 'invalid-files'],
    ['the same path twice', { ...good, files: [file('a.py'), file('a.py')] }, 422, 'invalid-files'],
    ['an unknown kind', { ...good, kind: 'regrade' }, 422, 'invalid-request'],
    ['a field that nobody asked for', { ...good, score: 1 }, 422, 'invalid-request'],
    ['a foreign cohort', { ...good, cohort: randomUUID() }, 403, 'no-enrolment'],
  ])('is refused and not stored: %s', async (_, body, status, code) => {
    const before = await stored();
    const response = await submit(ada, body).expect(status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.body).toMatchObject({ code, status, detail: expect.stringMatching(/\w+/) });
    expect(await stored()).toBe(before);
  });

  it('is refused as invalid JSON', async () => {
    const response = await ada
      .post(route)
      .set('Idempotency-Key', randomUUID())
      .type('json')
      .send('{"kind": ')
      .expect(422);
    expect(response.body).toMatchObject({ code: 'invalid-request' });
  });

  it.each([undefined, 'short', 'x'.repeat(101)])('is refused with the idempotency key %s', async (key) => {
    const response = await ada
      .post(route)
      .set(key === undefined ? {} : { 'Idempotency-Key': key })
      .send(good)
      .expect(422);
    expect(response.body).toMatchObject({ code: 'invalid-request', errors: [{ path: 'Idempotency-Key' }] });
  });
});

describe('opening a submission', () => {
  let id: string;
  beforeAll(async () => {
    id = ((await submit(ada).expect(202)).body as { id: string }).id;
  });

  it('shows its author and the trainer its files and state', async () => {
    for (const agent of [ada, await api.as('trainer')]) {
      const { body } = await agent.get(`/api/submissions/${id}`).expect(200);
      expect(body).toMatchObject({
        id,
        exercise: 'clean-orders',
        kind: 'submit',
        state: 'queued',
        score: null,
        files: good.files,
        verdict: null,
      });
    }
  });

  it.each([
    ['grace', 404, 'not-found'],
    ['admin', 403, 'forbidden'],
  ] as const)('is closed to %s', async (name, status, code) => {
    const agent = await api.as(name);
    for (const path of [`/api/submissions/${id}`, `/api/submissions/${id}/events`]) {
      const response = await agent.get(path).expect(status);
      expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(response.body).toMatchObject({ code });
    }
  });

  it.each([randomUUID(), 'not-an-id', '..%2f..%2fme'])('finds nothing under %s', async (unknown) => {
    await ada.get(`/api/submissions/${unknown}`).expect(404);
  });
});
