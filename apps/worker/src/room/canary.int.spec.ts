import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '@lakeproof/contracts';
import { verdictOf } from '@lakeproof/grading';
import { lastCanaries, standingsOf } from '@lakeproof/persistence';
import { temporaryDatabase, type TemporaryDatabase } from '@lakeproof/persistence/testing';
import { pino } from 'pino';
import type { EntityManager } from 'typeorm';
import { readConfig } from '../config.js';
import { SandboxRun } from '../grade/sandbox-run.js';
import { Faults } from '../faults.js';
import { GivenUp, type Sandboxes } from '../sandboxes/sandboxes.js';
import { ada } from '../testing/classroom.js';
import {
  broken,
  never,
  noImage,
  sandboxesWith,
  unjudgeable,
  type GradeInSandbox,
} from '../testing/sandboxes.js';
import { canaryExpected, canaryRubric, inWords } from './canary-exercise.js';
import { Canary } from './canary.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterEach(() => db.query('TRUNCATE canary'));
afterAll(() => database.drop());

const log = pino({ level: 'silent' });

function canaryWith(
  inSandbox: GradeInSandbox | Error,
  { healthy = true, faults = new Faults(log) } = {},
): Canary {
  const config = readConfig({
    DATABASE_URL: database.url,
    REDIS_URL: 'redis://unused',
    WORKER_NAME: 'worker-1',
  });
  const sandboxes = sandboxesWith(inSandbox, { healthy }) as Sandboxes;
  return new Canary(db, config, sandboxes, new SandboxRun(sandboxes), faults, log);
}

const [keeps, zone] = [
  'test_orders.py::test_orders_without_a_status_stay',
  'test_orders.py::test_a_time_zone_for_all',
] as const;

/** What a sandbox that works reports; the suite catches also the bugs named. */
function works(alsoCaught: readonly string[] = []): Report {
  const failing = new Set([
    `${keeps} null-lost`,
    `${zone} kolkata`,
    ...alsoCaught.map((bug) => `${keeps} ${bug}`),
  ]);
  const names = canaryRubric.variants.map(({ name }) => name);
  return {
    collected: names.map((variant) => ({ variant, tests: [keeps, zone], failures: [], notes: [] })),
    tests: names.flatMap((variant) =>
      [keeps, zone].map((id) => {
        const failed = failing.has(`${id} ${variant}`);
        return {
          ...{ variant, id, seconds: 0.1, message: '', output: '' },
          outcome: failed ? ('failed' as const) : ('passed' as const),
          cause: failed ? ('assertion' as const) : null,
        };
      }),
    ),
    variants: names.map((variant) => ({ variant, end: 'finished', seconds: 1, message: '' })),
    notes: [],
    end: { kind: 'done' },
    timing: { started: 0.1, firstResult: 1, total: 2 },
  };
}

const last = async () => (await lastCanaries(db)).last;

describe('a canary', () => {
  it('is right when it comes to what it always comes to', async () => {
    await canaryWith(() => Promise.resolve(works())).fly(never);
    expect(await last()).toMatchObject({
      outcome: 'right',
      seconds: expect.any(Number),
      expected: canaryExpected,
      got: canaryExpected,
      problem: null,
    });
  });

  it('is wrong when a bug is caught that its suite can not catch', async () => {
    await canaryWith(() => Promise.resolve(works(['blank-kept']))).fly(never);
    expect(await last()).toMatchObject({
      outcome: 'wrong',
      got: 'graded with 0.6667; caught null-lost, blank-kept; false alarm by test_a_time_zone_for_all on kolkata',
    });
  });

  it('is wrong when its sandbox breaks, and says so', async () => {
    await canaryWith(() => Promise.resolve(broken('the JVM ended'))).fly(never);
    expect(await last()).toMatchObject({ outcome: 'wrong', got: 'failed for infrastructure' });
  });

  it('has failed when there is no engine', async () => {
    await canaryWith(() => Promise.resolve(works()), { healthy: false }).fly(never);
    expect(await last()).toMatchObject({
      outcome: 'failed',
      seconds: null,
      got: null,
      problem: expect.stringContaining('The Docker engine does not answer.') as unknown,
    });
  });

  it('is skipped when it gets no sandbox though all is well: they are at work for somebody', async () => {
    await canaryWith(new GivenUp('nobody had one to spare')).fly(never);
    expect(await last()).toMatchObject({
      outcome: 'skipped',
      problem: expect.stringContaining('at work') as unknown,
    });
  });

  it('has failed when no sandbox can be started, though the engine answers', async () => {
    await canaryWith(noImage).fly(never);
    expect(await last()).toMatchObject({
      outcome: 'failed',
      problem: expect.stringContaining('The sandbox image is missing') as unknown,
    });
  });

  it('has failed when it crashes: that is no busy room', async () => {
    const faults = new Faults(log);
    await canaryWith(unjudgeable, { faults }).fly(never);
    expect(await last()).toMatchObject({
      outcome: 'failed',
      got: null,
      problem: 'It met an error of Lakeproof (TypeError). The log of the worker has it.',
    });
    expect(faults.seen.count).toBe(1);
  });

  it('leaves nothing when the worker stops', async () => {
    await canaryWith(() => Promise.resolve(broken('the job was given up'))).fly(AbortSignal.abort());
    expect(await last()).toBeUndefined();
  });

  it('is nobody’s submission and no attempt', async () => {
    const enrolment = await ada(db);
    await canaryWith(() => Promise.resolve(works())).fly(never);
    expect(await db.query('SELECT count(*)::int AS n FROM submission')).toEqual([{ n: 0 }]);
    expect((await standingsOf(db, enrolment)).size).toBe(0);
  });
});

describe('the words for its verdict', () => {
  it('are those of a submission that was not graded, too', () => {
    const verdict = verdictOf(canaryRubric, broken(''), { queued: 0 });
    expect(inWords(verdict)).toBe('failed for infrastructure');
  });
});
