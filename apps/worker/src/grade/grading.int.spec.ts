import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EnrolmentId, SubmissionFile } from '@lakeproof/contracts';
import { claim, expireClaims, standingsOf, stop, submissionById } from '@lakeproof/persistence';
import { temporaryDatabase, type TemporaryDatabase } from '@lakeproof/persistence/testing';
import { pino } from 'pino';
import type { EntityManager } from 'typeorm';
import { readConfig } from '../config.js';
import { Faults } from '../faults.js';
import type { Nudges } from '../redis/nudges.js';
import type { Viewers } from '../redis/viewers.js';
import type { Sandboxes } from '../sandboxes/sandboxes.js';
import { ada, exercise, exercisesDir, send, submissionFrom } from '../testing/classroom.js';
import {
  breaks,
  broken,
  never,
  noImage,
  perfect,
  sandboxesWith,
  unjudgeable,
  type GradeInSandbox,
} from '../testing/sandboxes.js';
import { Exercises } from './exercises.js';
import { Grading } from './grading.js';
import { SandboxRun } from './sandbox-run.js';

const log = pino({ level: 'silent' });

let database: TemporaryDatabase;
let db: EntityManager;
let enrolment: EnrolmentId;
let files: SubmissionFile[];
let exercises: Exercises;
let faults: Faults;
const told: string[] = [];
/** What a nudge about a submission calls. */
const nudge = new Map<string, () => void>();
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
  enrolment = await ada(db);
  files = await submissionFrom('solution');
  exercises = new Exercises(config(), log);
  await exercises.onModuleInit();
});
beforeEach(() => {
  faults = new Faults(log);
});
afterEach(async () => {
  told.length = 0;
  await db.query('TRUNCATE submission CASCADE');
});
afterAll(() => database.drop());

const config = () =>
  readConfig({
    DATABASE_URL: database.url,
    REDIS_URL: 'redis://unused',
    EXERCISES_DIR: exercisesDir,
    WORKER_NAME: 'worker-1',
  });

/** An Error stands for a sandbox that can't be started. */
function gradingWith(inSandbox: GradeInSandbox | Error, { healthy = true } = {}): Grading {
  const sandboxes = sandboxesWith(inSandbox, { healthy }) as Sandboxes;
  const viewers: Pick<Viewers, 'changed' | 'progress'> = {
    changed: (id) => told.push(id),
    progress: () => undefined,
  };
  const nudges: Pick<Nudges, 'listen'> = {
    listen: (id, look) => {
      nudge.set(id, look);
      return () => nudge.delete(id);
    },
  };
  return new Grading(
    db,
    config(),
    exercises,
    sandboxes,
    new SandboxRun(sandboxes),
    viewers as Viewers,
    nudges as Nudges,
    faults,
    log,
  );
}

const untilStopped: GradeInSandbox = async (_job, signal) => {
  if (!signal.aborted) await once(signal, 'abort');
  return broken('the job was given up');
};

const stateOf = async (id: Awaited<ReturnType<typeof send>>) => (await submissionById(db, id))?.state;

describe('a submission that is graded', () => {
  it('is settled with its grade, against the exercise as the worker has it, and viewers are told', async () => {
    const id = await send(db, enrolment, files);
    expect(await gradingWith(perfect).grade(id, never)).toBe('settled');
    const settled = await submissionById(db, id);
    expect(settled).toMatchObject({ state: 'graded', score: 1, verdict: { timing: { total: 2 } } });
    expect(settled?.exerciseDigest).not.toBe('digest-when-sent');
    expect((await standingsOf(db, enrolment)).get(exercise)?.bestScore).toBe(1);
    expect(told).toEqual([id, id]);
  });

  it('of kind run meets the reference alone', async () => {
    const id = await send(db, enrolment, files, 'run');
    const seen: string[] = [];
    const grading = gradingWith((job, signal) => {
      seen.push(...job.variants.map(({ name }) => name));
      return perfect(job, signal);
    });
    expect(await grading.grade(id, never)).toBe('settled');
    expect(seen).toEqual(['reference']);
    expect((await standingsOf(db, enrolment)).size).toBe(0);
  });

  it('waits while another one of the same person runs', async () => {
    const first = await send(db, enrolment, files);
    const second = await send(db, enrolment, files, 'run');
    await claim(db, first, { owner: 'worker-2', lease: 60 });
    expect(await gradingWith(perfect).grade(second, never)).toBe('busy');
    expect(await gradingWith(perfect).grade(first, never)).toBe('gone');
  });
});

describe('when infrastructure fails', () => {
  it('is given back twice, then failed, and costs no attempt', async () => {
    const id = await send(db, enrolment, files);
    const grading = gradingWith(breaks);
    expect(await grading.grade(id, never)).toBe('given-back');
    expect(await grading.grade(id, never)).toBe('given-back');
    expect(await grading.grade(id, never)).toBe('settled');
    expect(await submissionById(db, id)).toMatchObject({
      state: 'failed',
      verdict: { state: 'failed', reason: 'infrastructure', maxPoints: 10 },
    });
    expect((await standingsOf(db, enrolment)).size).toBe(0);
  });

  it('is graded all the same when the next try succeeds', async () => {
    const id = await send(db, enrolment, files);
    await gradingWith(breaks).grade(id, never);
    expect(await gradingWith(perfect).grade(id, never)).toBe('settled');
    expect(await stateOf(id)).toBe('graded');
  });

  it('is not even claimed while there is no engine', async () => {
    const id = await send(db, enrolment, files);
    const grading = gradingWith(perfect, { healthy: false });
    for (let n = 0; n < 5; n += 1) expect(await grading.grade(id, never)).toBe('no-sandbox');
    expect(await stateOf(id)).toBe('queued');
    expect(told).toEqual([]);
  });

  it('waits when no sandbox can be started, without using up its tries', async () => {
    const id = await send(db, enrolment, files);
    const grading = gradingWith(noImage);
    for (let n = 0; n < 5; n += 1) expect(await grading.grade(id, never)).toBe('no-sandbox');
    expect(await stateOf(id)).toBe('queued');
    expect(faults.seen.count).toBe(0);
    expect(await gradingWith(perfect).grade(id, never)).toBe('settled');
    expect(await stateOf(id)).toBe('graded');
  });

  it.each<[string, GradeInSandbox | Error]>([
    ['judging its report', unjudgeable],
    ['asking for its sandbox', new TypeError('x is undefined')],
  ])('is failed after three tries when %s always breaks, and each one is counted', async (_, inSandbox) => {
    const id = await send(db, enrolment, files);
    const grading = gradingWith(inSandbox);
    const outcomes = [];
    for (let n = 0; n < 3; n += 1) outcomes.push(await grading.grade(id, never));
    expect(outcomes).toEqual(['given-back', 'given-back', 'settled']);
    expect(await submissionById(db, id)).toMatchObject({
      state: 'failed',
      verdict: { reason: 'infrastructure', maxPoints: 10 },
    });
    expect((await standingsOf(db, enrolment)).size).toBe(0);
    expect(faults.seen).toMatchObject({ count: 3, lastAt: expect.any(String) });
  });

  it('is failed without running once it has killed its worker on every try', async () => {
    const id = await send(db, enrolment, files);
    for (let n = 0; n < 3; n += 1) {
      await claim(db, id, { owner: 'dead', lease: 60 });
      await db.query(`UPDATE submission SET claim_expires_at = now() - interval '1 second'`);
      await expireClaims(db);
    }
    const grading = gradingWith(() => Promise.reject(new Error('it ran')));
    expect(await grading.grade(id, never)).toBe('settled');
    expect(await stateOf(id)).toBe('failed');
  });

  it('is failed after three tries when the worker does not know the exercise', async () => {
    const id = await send(db, enrolment, files, 'submit', 'never-written');
    const grading = gradingWith(perfect);
    expect([
      await grading.grade(id, never),
      await grading.grade(id, never),
      await grading.grade(id, never),
    ]).toEqual(['given-back', 'given-back', 'settled']);
    expect(await stateOf(id)).toBe('failed');
  });

  it('is failed at once when its files can not be graded with this exercise: another try would meet the same', async () => {
    const id = await send(db, enrolment, [{ path: 'pipeline.py', content: 'x = 1' }]);
    expect(await gradingWith(perfect).grade(id, never)).toBe('settled');
    expect(await stateOf(id)).toBe('failed');
  });
});

describe('a worker that stops', () => {
  it('gives back what runs, without a failure', async () => {
    const id = await send(db, enrolment, files);
    const stopping = new AbortController();
    const grading = gradingWith(untilStopped).grade(id, stopping.signal);
    stopping.abort();
    expect(await grading).toBe('given-back');
    expect(await claim(db, id, { owner: 'worker-2', lease: 60 })).toMatchObject({ failures: 0, attempt: 2 });
  });
});

describe('a worker that lost its claim', () => {
  it('writes no verdict', async () => {
    const id = await send(db, enrolment, files);
    const grading = gradingWith(async (job, signal) => {
      await db.query(`UPDATE submission SET claim_expires_at = now() - interval '1 second'`);
      await expireClaims(db);
      await claim(db, id, { owner: 'worker-2', lease: 60 });
      return perfect(job, signal);
    });
    expect(await grading.grade(id, never)).toBe('gone');
    expect(await submissionById(db, id)).toMatchObject({ state: 'running', verdict: null });
  });

  it('gives nothing back when its sandbox breaks too', async () => {
    const id = await send(db, enrolment, files);
    const grading = gradingWith(async (job, signal) => {
      await db.query(`UPDATE submission SET claim_expires_at = now() - interval '1 second'`);
      await expireClaims(db);
      await claim(db, id, { owner: 'worker-2', lease: 60 });
      return breaks(job, signal);
    });
    expect(await grading.grade(id, never)).toBe('gone');
    expect(await stateOf(id)).toBe('running');
  });
});

describe('a submission that its author stops', () => {
  const byAda = { actor: 'user:ada', why: 'asked' } as const;

  it('while it runs: its sandbox is ended by the nudge, no verdict is written, nothing is held any more', async () => {
    const id = await send(db, enrolment, files);
    const running = gradingWith(async (job, signal) => {
      await stop(db, id, byAda);
      nudge.get(id)?.();
      return untilStopped(job, signal);
    });
    expect(await running.grade(id, never)).toBe('gone');
    expect(await submissionById(db, id)).toMatchObject({ state: 'stopped', verdict: null });
    expect((await standingsOf(db, enrolment)).size).toBe(0);
    expect(nudge.size).toBe(0);
  });

  it('keeps no verdict that its sandbox had come to before it was ended', async () => {
    const id = await send(db, enrolment, files);
    const grading = gradingWith(async (job, signal) => {
      await stop(db, id, byAda);
      return perfect(job, signal);
    });
    expect(await grading.grade(id, never)).toBe('gone');
    expect(await stateOf(id)).toBe('stopped');
  });

  it('before a worker took it is dropped', async () => {
    const id = await send(db, enrolment, files);
    await stop(db, id, byAda);
    expect(await gradingWith(() => Promise.reject(new Error('it ran'))).grade(id, never)).toBe('gone');
  });
});
