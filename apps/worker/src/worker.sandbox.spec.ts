import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  channels,
  gradeJobOptions,
  progressSchema,
  submissionIdSchema,
  workerHeartbeat,
  workerPulseSchema,
  type EnrolmentId,
  type Progress,
  type SubmissionId,
  type SubmissionKind,
} from '@lakeproof/contracts';
import { lastCanaries, standingsOf, stop, submissionById } from '@lakeproof/persistence';
import { statesTold, temporaryDatabase, type TemporaryDatabase } from '@lakeproof/persistence/testing';
import { connectDocker, runnerImage } from '@lakeproof/sandbox';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import type { EntityManager } from 'typeorm';
import { ada, eventually, exercise, exercisesDir, send, submissionFrom } from './testing/classroom.js';
import { EngineSwitch } from './testing/engine-switch.js';
import { emptyRedis, flush } from './testing/redis.js';
import { WorkerProcess } from './testing/worker-process.js';

// A sandbox needs seconds to get warm, on a busy machine many.
jest.setTimeout(300_000);
const patience = 240;

const name = `spec-${randomUUID()}`;
let database: TemporaryDatabase;
let db: EntityManager;
let redisUrl: string;
let redis: Redis;
let queue: Queue;
let enrolment: EnrolmentId;
let workers: WorkerProcess[] = [];
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
  redisUrl = await emptyRedis(6);
  redis = new Redis(redisUrl);
  queue = new Queue('warm', { connection: { url: redisUrl } });
  enrolment = await ada(db);
});
afterAll(async () => {
  await queue.close();
  redis.disconnect();
  await database.drop();
});

async function stopWorkers(): Promise<void> {
  await Promise.all(workers.map((worker) => worker.end('SIGTERM')));
  workers = [];
}

function startWorker(env: Readonly<Record<string, string>> = {}): WorkerProcess {
  const worker = new WorkerProcess({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    EXERCISES_DIR: exercisesDir,
    WORKER_NAME: name,
    SANDBOX_WARM: '1',
    SANDBOX_AT_ONCE: '1',
    CLAIM_SECONDS: '8',
    RECONCILE_SECONDS: '1',
    ...env,
  });
  workers.push(worker);
  return worker;
}

/** As the API does it: a row, then a job. */
async function submit(folder: string, kind: SubmissionKind = 'submit'): Promise<SubmissionId> {
  const id = await send(db, enrolment, await submissionFrom(folder), kind);
  await queue.add('grade', { submissionId: id }, gradeJobOptions(id, kind));
  return id;
}

const reached = (id: SubmissionId, states: readonly string[]) =>
  eventually(
    () => `${id} ${states.join(' or ')}\n${workers.map(({ output }) => output).join('\n')}`,
    patience,
    async () => {
      const submission = await submissionById(db, id);
      return submission && states.includes(submission.state) && submission;
    },
  );
const settled = (id: SubmissionId) => reached(id, ['graded', 'rejected', 'failed']);

async function pulse() {
  const [key] = await redis.keys(workerHeartbeat.key(`${name}/*`));
  const value = key === undefined ? null : await redis.get(key);
  return value === null ? undefined : workerPulseSchema.parse(JSON.parse(value));
}

const containers = () =>
  connectDocker().listContainers({ all: true, filters: { label: [`lakeproof.sandbox=${name}`] } });

/** What viewers are told from now on. */
async function viewer() {
  const progress: Progress[] = [];
  const changed: SubmissionId[] = [];
  const subscriber = new Redis(redisUrl);
  subscriber.on('message', (channel: string, message: string) => {
    if (channel === channels.changed) changed.push(submissionIdSchema.parse(message));
    else progress.push(progressSchema.parse(JSON.parse(message)));
  });
  await subscriber.subscribe(channels.progress, channels.changed);
  return {
    progress,
    changed,
    leave: () => {
      subscriber.disconnect();
    },
  };
}

describe('a worker', () => {
  beforeAll(() => {
    startWorker();
  });
  afterAll(stopWorkers);

  it('shows that it is ready once a sandbox is warm', async () => {
    const shown = await eventually(
      () => `the pulse ready\n${workers.map(({ output }) => output).join('\n')}`,
      patience,
      async () => {
        const now = await pulse();
        return now?.ready && now;
      },
    );
    expect(shown).toMatchObject({ warm: 1, problem: null });
  });

  it('grades the exemplar with full marks, by real PySpark, while viewers watch', async () => {
    const { progress, changed, leave } = await viewer();
    const id = await submit('solution');
    const { state, score, verdict } = await settled(id);
    leave();
    expect({ state, score }).toEqual({ state: 'graded', score: 1 });
    const bugs = verdict?.variants.filter(({ kind }) => kind === 'mutant') ?? [];
    expect(bugs.length).toBeGreaterThanOrEqual(5);
    expect(bugs.every(({ outcome }) => outcome === 'caught')).toBe(true);
    expect((await standingsOf(db, enrolment)).get(exercise)).toMatchObject({ attempts: 1, bestScore: 1 });
    expect(await statesTold(db, id)).toEqual(['queued', 'running', 'graded']);

    const mine = progress.filter(({ submission }) => submission === id);
    expect(mine[0]?.phase).toBe('starting');
    expect(mine.at(-1)).toMatchObject({ phase: 'finishing', variantsDone: verdict?.variants.length });
    const cells = mine.flatMap((message) => message.cells.map(({ test, variant }) => `${test} ${variant}`));
    expect(cells.toSorted()).toEqual(
      verdict?.matrix.map(({ test, variant }) => `${test} ${variant}`).toSorted(),
    );
    expect(changed.filter((other) => other === id).length).toBeGreaterThanOrEqual(2);
  });

  it('runs on the reference alone, and gives no grade', async () => {
    const before = await standingsOf(db, enrolment);
    const { verdict } = await settled(await submit('solution', 'run'));
    expect(verdict?.variants.map(({ name: variant, outcome }) => [variant, outcome])).toEqual([
      ['reference', 'passed'],
    ]);
    expect(await standingsOf(db, enrolment)).toEqual(before);
  });

  it('grades what Redis forgot', async () => {
    await eventually(
      () => 'the first round of the reconciler',
      patience,
      () => redis.exists('bull:reconcile:repeat').then((there) => there > 0),
    );
    await flush(redisUrl);
    const id = await send(db, enrolment, await submissionFrom('solution'), 'run');
    expect((await settled(id)).state).toBe('graded');
  });
});

describe('a worker that is killed while it grades', () => {
  afterEach(stopWorkers);

  it('loses nothing: another one grades the submission, and no container stays', async () => {
    const attempts = (await standingsOf(db, enrolment)).get(exercise)?.attempts ?? 0;
    const first = startWorker();
    const id = await submit('solution');
    await reached(id, ['running']);
    await first.end('SIGKILL');
    startWorker();
    expect(await settled(id)).toMatchObject({ state: 'graded', score: 1 });
    expect(await statesTold(db, id)).toEqual(['queued', 'running', 'queued', 'running', 'graded']);
    expect((await standingsOf(db, enrolment)).get(exercise)?.attempts).toBe(attempts + 1);
    // What the killed one had made and not yet started is swept once it is old enough.
    await eventually(
      () => 'only running containers',
      patience,
      async () => (await containers()).every(({ State }) => State === 'running'),
    );
    await stopWorkers();
    expect(await containers()).toEqual([]);
  });
});

describe('a worker whose submission is stopped by its author', () => {
  afterEach(stopWorkers);

  it('ends the sandbox at once, long before its claim has to be renewed', async () => {
    startWorker({ CLAIM_SECONDS: '600' });
    const { progress, leave } = await viewer();
    const sleeps = 'import time\n\n\ndef test_sleeps():\n    time.sleep(15)\n';
    const id = await send(db, enrolment, [{ path: 'test_orders.py', content: sleeps }]);
    await queue.add('grade', { submissionId: id }, gradeJobOptions(id, 'submit'));
    await eventually(
      () => `its tests run\n${workers.map(({ output }) => output).join('\n')}`,
      patience,
      () => Promise.resolve(progress.some((now) => now.submission === id && now.phase === 'running')),
    );
    leave();
    const before = (await containers()).map(({ Id }) => Id);
    await stop(db, id, { actor: 'user:ada', why: 'asked' });
    await redis.publish(channels.changed, id);
    await eventually(
      () => 'its sandbox gone',
      10,
      async () => {
        const now = (await containers()).map(({ Id }) => Id);
        return before.some((one) => !now.includes(one));
      },
    );
    expect(await submissionById(db, id)).toMatchObject({ state: 'stopped', verdict: null });
  });
});

describe('a worker that is told to stop', () => {
  afterEach(stopWorkers);

  it('gives back what it can not finish, removes its sandboxes and its pulse', async () => {
    const worker = startWorker({ SHUTDOWN_SECONDS: '0' });
    const id = await submit('solution');
    await reached(id, ['running']);
    await worker.end('SIGTERM');
    expect((await submissionById(db, id))?.state).toBe('queued');
    expect(await db.query('SELECT failures FROM submission WHERE id = $1', [id])).toEqual([{ failures: 0 }]);
    expect(await containers()).toEqual([]);
    expect(await pulse()).toBeUndefined();
  });

  it('finishes what runs when there is time', async () => {
    const worker = startWorker({ SHUTDOWN_SECONDS: '200' });
    const id = await submit('solution', 'run');
    await reached(id, ['running']);
    await worker.end('SIGTERM');
    expect((await submissionById(db, id))?.state).toBe('graded');
    expect(await containers()).toEqual([]);
  });
});

describe('a worker without an engine, and then without the image', () => {
  const engine = new EngineSwitch();
  const repo = `lakeproof-spec-${randomUUID()}`;
  const image = `${repo}:latest`;
  afterEach(async () => {
    await stopWorkers();
    await engine.off();
    await connectDocker()
      .getImage(image)
      .remove()
      .catch(() => undefined);
  });

  const problem = (sentence: string) =>
    eventually(
      () => `"${sentence}" in the pulse\n${workers.map(({ output }) => output).join('\n')}`,
      patience,
      async () => (await pulse())?.problem?.includes(sentence),
    );

  it('says so, keeps what is submitted waiting, and grades it when both are there', async () => {
    startWorker({ DOCKER_HOST: engine.address, RUNNER_IMAGE: image });
    await problem('The Docker engine does not answer.');
    const id = await submit('solution', 'run');
    const untouched = [{ state: 'queued', attempt: 0, failures: 0 }];
    const inPostgres = () =>
      db.query<unknown>('SELECT state, attempt, failures FROM submission WHERE id = $1', [id]);
    await eventually(
      () => 'its job tried, and put off',
      patience,
      async () => (await queue.getDelayedCount()) > 0,
    );
    expect(await inPostgres()).toEqual(untouched);

    await engine.on();
    await problem('The sandbox image is missing on the Docker engine.');
    expect(await inPostgres()).toEqual(untouched);

    await connectDocker().getImage(runnerImage()).tag({ repo, tag: 'latest' });
    expect((await settled(id)).state).toBe('graded');
    expect(await db.query('SELECT attempt, failures FROM submission WHERE id = $1', [id])).toEqual([
      { attempt: 1, failures: 0 },
    ]);
  });
});

describe('while a class is near', () => {
  afterEach(async () => {
    await stopWorkers();
    await db.query(
      `UPDATE class_day SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'`,
    );
  });

  it('a worker keeps more sandboxes warm and lets a canary fly, which is right', async () => {
    await db.query(
      `UPDATE class_day SET starts_at = now() + interval '10 minutes', ends_at = now() + interval '1 hour'`,
    );
    // Rarely enough that the sandbox a canary took is back before the next one flies. On a machine as busy as one
    // that runs tests the engine may be late once: then the next one is graded.
    startWorker({ SANDBOX_WARM_IN_CLASS: '2', CANARY_SECONDS: '60' });
    const canary = await eventually(
      () => `a canary with a verdict\n${workers.map(({ output }) => output).join('\n')}`,
      patience,
      async () => {
        const { lastGraded } = await lastCanaries(db);
        return lastGraded?.got !== null && lastGraded;
      },
    );
    expect(canary).toMatchObject({ outcome: 'right', got: canary.expected, problem: null });
    await eventually(
      () => `two warm sandboxes\n${workers.map(({ output }) => output).join('\n')}`,
      patience,
      async () => (await pulse())?.warm === 2,
    );
  });
});
