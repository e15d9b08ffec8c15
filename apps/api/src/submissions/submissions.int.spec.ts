import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queueNames, type SubmissionId, submissionViewSchema } from '@lakeproof/contracts';
import { stop } from '@lakeproof/persistence';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { Agent } from 'supertest';
import { type ApiUnderTest, type DemoPerson, specRedisUrl, startApi } from '../testing/api-under-test.js';
import { problemIn, receiptIn } from '../testing/bodies.js';
import { claimed, settled, someVerdict } from '../testing/grading.js';
import { file, goodBody, submissionsOfFixture, submit, submitted } from '../testing/submit.js';

let api: ApiUnderTest;
let ada: Agent;
let linus: Agent;
beforeAll(async () => {
  api = await startApi();
  ada = await api.as('ada');
  linus = await api.as('linus');
});
afterAll(async () => {
  await api.close();
});

const stored = async (): Promise<number> => {
  const [row] = await api.database.dataSource.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM submission',
  );
  return row?.count ?? -1;
};

/** Lets the next test begin with nothing under way. */
const ended = async (...ids: SubmissionId[]): Promise<void> => {
  for (const id of ids) await stop(api.database.dataSource.manager, id, { actor: 'user:spec', why: 'asked' });
};

describe('a submission', () => {
  it('is stored, queued once under its own id and told with its place', async () => {
    const receipt = receiptIn(await submit(ada).expect(202));
    expect(receipt).toMatchObject({ state: 'queued', position: 0 });
    const redis = new Redis(specRedisUrl(), { maxRetriesPerRequest: null });
    const queue = new Queue(queueNames[0], { connection: redis });
    const job = await queue.getJob(receipt.id);
    expect(job).toMatchObject({ name: 'grade', data: { submissionId: receipt.id }, opts: { priority: 2 } });
    await job?.remove();
    await queue.close();
    redis.disconnect();
    const after = receiptIn(await submit(await api.as('grace')).expect(202));
    expect(after.position).toBe(1);
    await ended(receipt.id, after.id);
  });

  it('is one and the same for the same key, also when both come at once', async () => {
    const before = await stored();
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => submit(ada, goodBody, key).expect(202)),
    );
    const ids = new Set(answers.map((answer) => receiptIn(answer).id));
    expect(ids.size).toBe(1);
    expect(await stored()).toBe(before + 1);
    await ended(...ids);
  });

  it('is one and the same for the same files while it waits or runs, also when 20 come at once', async () => {
    const trainer = await api.as('trainer');
    const before = await stored();
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(trainer).expect(202)));
    const ids = new Set(answers.map((answer) => receiptIn(answer).id));
    expect(ids.size).toBe(1);
    expect(await stored()).toBe(before + 1);
    await ended(...ids);
  });

  it('with other files is refused while one waits or runs, which is named', async () => {
    const { id } = receiptIn(await submit(ada).expect(202));
    const refused = await submit(ada, { kind: 'submit', files: [file('test_orders.py', 'x = 2')] }).expect(
      409,
    );
    expect(problemIn(refused)).toMatchObject({
      code: 'under-way',
      submission: id,
      detail: expect.stringContaining('Stop it, or wait for its result') as unknown,
    });
    await ended(id);
  });

  it('is refused under the key of another one, on another exercise too', async () => {
    const key = randomUUID();
    const { id } = receiptIn(await submit(ada, goodBody, key).expect(202));
    await ended(id);
    const answers = [{ path: 'answers.json', content: '{"one":["a"],"two":["a"],"three":["a"]}' }];
    const others = [
      submit(ada, { kind: 'submit', files: [file('test_orders.py', 'x = 1')] }, key),
      ada
        .post('/api/exercises/opening-quiz/submissions')
        .set('Idempotency-Key', key)
        .send({ kind: 'submit', files: answers }),
    ];
    for (const other of others)
      expect(problemIn(await other.expect(422))).toMatchObject({ code: 'key-reused', submission: id });
  });

  it('is another one for another person with the same key', async () => {
    const key = randomUUID();
    const grace = await api.as('grace');
    const first = await submit(ada, goodBody, key).expect(202);
    const second = await submit(grace, goodBody, key).expect(202);
    expect(receiptIn(second).id).not.toBe(receiptIn(first).id);
    await ended(receiptIn(first).id, receiptIn(second).id);
  });

  it('is refused from a page of another origin', async () => {
    const before = await stored();
    const response = await submit(ada).set('Origin', 'https://evil.test').expect(403);
    expect(problemIn(response)).toMatchObject({ code: 'wrong-origin' });
    expect(await stored()).toBe(before);
  });

  it('needs a session', async () => {
    const response = await submit(await api.as()).expect(401);
    expect(problemIn(response)).toMatchObject({ code: 'not-signed-in' });
  });

  it('needs somebody who learns', async () => {
    const response = await submit(await api.as('admin')).expect(403);
    expect(problemIn(response)).toMatchObject({ code: 'no-enrolment' });
  });

  it('of an exercise that does not exist is not found', async () => {
    const response = await ada
      .post('/api/exercises/no-such/submissions')
      .set('Idempotency-Key', randomUUID())
      .send(goodBody)
      .expect(404);
    expect(problemIn(response)).toMatchObject({ code: 'not-found' });
  });

  it('of an exercise that could not be loaded is refused for now', async () => {
    const response = await ada
      .post('/api/exercises/broken-one/submissions')
      .set('Idempotency-Key', randomUUID())
      .send(goodBody)
      .expect(409);
    expect(problemIn(response)).toMatchObject({ code: 'exercise-unavailable' });
  });
});

describe('bad input', () => {
  it.each([
    [
      'a file of more than 64 KiB',
      { ...goodBody, files: [file('a.py', 'x'.repeat(64 * 1024 + 1))] },
      413,
      'too-large',
    ],
    [
      'files of more than 256 KiB',
      { ...goodBody, files: Array.from({ length: 5 }, (_, i) => file(`${i}.py`, 'x'.repeat(60_000))) },
      413,
      'too-large',
    ],
    [
      'a body of more than 2 MiB',
      { ...goodBody, files: [file('a.py', 'x'.repeat(2 * 1024 * 1024))] },
      413,
      'too-large',
    ],
    [
      '33 files',
      { ...goodBody, files: Array.from({ length: 33 }, (_, i) => file(`${i}.py`)) },
      422,
      'too-many-files',
    ],
    ['no file', { ...goodBody, files: [] }, 422, 'invalid-files'],
    ['a path that leaves the folder', { ...goodBody, files: [file('../test.py')] }, 422, 'invalid-files'],
    [
      'a path that leaves the folder later',
      { ...goodBody, files: [file('tests/../../test.py')] },
      422,
      'invalid-files',
    ],
    ['an absolute path', { ...goodBody, files: [file('/etc/cron.d/test.py')] }, 422, 'invalid-files'],
    ['a NUL in a path', { ...goodBody, files: [file('test\0.py')] }, 422, 'invalid-files'],
    [
      'half a surrogate pair in a path',
      { ...goodBody, files: [file('test\ud800.py')] },
      422,
      'invalid-files',
    ],
    ['a name of 256 bytes', { ...goodBody, files: [file('é'.repeat(128))] }, 422, 'invalid-files'],
    ['a path of 400,000 folders', { ...goodBody, files: [file('a/'.repeat(400_000))] }, 422, 'invalid-files'],
    ['a NUL in a file', { ...goodBody, files: [file('test.py', 'a\0b')] }, 422, 'invalid-files'],
    ['the same path twice', { ...goodBody, files: [file('a.py'), file('a.py')] }, 422, 'invalid-files'],
    ['an unknown kind', { ...goodBody, kind: 'regrade' }, 422, 'invalid-request'],
    ['a field that nobody asked for', { ...goodBody, score: 1 }, 422, 'invalid-request'],
    ['a foreign cohort', { ...goodBody, cohort: randomUUID() }, 403, 'no-enrolment'],
  ])('is refused and not stored: %s', async (_, body, status, code) => {
    const before = await stored();
    const response = await submit(ada, body).expect(status);
    expect(problemIn(response)).toMatchObject({ code, status, detail: expect.stringMatching(/\w+/) });
    expect(await stored()).toBe(before);
  });

  it('is refused as invalid JSON', async () => {
    const response = await ada
      .post(submissionsOfFixture)
      .set('Idempotency-Key', randomUUID())
      .type('json')
      .send('{"kind": ')
      .expect(422);
    expect(problemIn(response)).toMatchObject({ code: 'invalid-request' });
  });

  it.each([undefined, 'short', 'x'.repeat(101)])('is refused with the idempotency key %s', async (key) => {
    const response = await ada
      .post(submissionsOfFixture)
      .set(key === undefined ? {} : { 'Idempotency-Key': key })
      .send(goodBody)
      .expect(422);
    expect(problemIn(response)).toMatchObject({
      code: 'invalid-request',
      errors: [{ path: 'Idempotency-Key' }],
    });
  });
});

describe('opening a submission', () => {
  let id: string;
  beforeAll(async () => {
    id = await submitted(ada);
  });

  it('shows its author and the trainer its files and state', async () => {
    for (const agent of [ada, await api.as('trainer')]) {
      const response = await agent.get(`/api/submissions/${id}`).expect(200);
      expect(submissionViewSchema.parse(response.body)).toMatchObject({
        id,
        exercise: 'clean-orders',
        kind: 'submit',
        state: 'queued',
        score: null,
        files: goodBody.files,
        verdict: null,
      });
    }
  });

  it('shows integrity notes to the trainer, and to nobody else', async () => {
    const note = { code: 'read-proc', detail: '/proc/1', variants: ['late-orders-lost'], tests: ['a.py::t'] };
    const noted = await submitted(linus);
    await settled(api, await claimed(api, noted), someVerdict, [note]);
    const seenBy = async (name: DemoPerson) =>
      submissionViewSchema.parse(
        (await (await api.as(name)).get(`/api/submissions/${noted}`).expect(200)).body,
      );
    expect((await seenBy('trainer')).integrity).toEqual([note]);
    const own = await seenBy('linus');
    expect(own.integrity).toBeUndefined();
    expect(JSON.stringify(own)).not.toContain('late-orders-lost');
  });

  it.each([
    ['grace', 404, 'not-found'],
    ['admin', 403, 'forbidden'],
  ] as const)('is closed to %s', async (name, status, code) => {
    const agent = await api.as(name);
    const response = await agent.get(`/api/submissions/${id}`).expect(status);
    expect(problemIn(response)).toMatchObject({ code });
  });

  it.each([randomUUID(), 'not-an-id', '..%2f..%2fme'])('finds nothing under %s', async (unknown) => {
    await ada.get(`/api/submissions/${unknown}`).expect(404);
  });
});
