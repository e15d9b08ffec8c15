import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnrolmentId, RegradeId, SubmissionFile, SubmissionId } from '@lakeproof/contracts';
import {
  claim,
  previewRegrades,
  requestRegrade,
  settle,
  standingsOf,
  submissionById,
} from '@lakeproof/persistence';
import { temporaryDatabase, type TemporaryDatabase } from '@lakeproof/persistence/testing';
import { pino } from 'pino';
import type { EntityManager } from 'typeorm';
import { readConfig } from '../config.js';
import { Faults } from '../faults.js';
import type { Sandboxes } from '../sandboxes/sandboxes.js';
import { ada, exercise, exercisesDir, send, submissionFrom } from '../testing/classroom.js';
import {
  breaks,
  never,
  noImage,
  perfect,
  sandboxesWith,
  unjudgeable,
  type GradeInSandbox,
} from '../testing/sandboxes.js';
import { Exercises } from './exercises.js';
import { notRun } from './not-run.js';
import { Regrading } from './regrading.js';
import { SandboxRun } from './sandbox-run.js';

const log = pino({ level: 'silent' });

let database: TemporaryDatabase;
let db: EntityManager;
let enrolment: EnrolmentId;
let files: SubmissionFile[];
let exercises: Exercises;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
  enrolment = await ada(db);
  files = await submissionFrom('solution');
  exercises = new Exercises(config(), log);
  await exercises.onModuleInit();
});
afterEach(async () => {
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

function regradingWith(
  inSandbox: GradeInSandbox | Error,
  { healthy = true, faults = new Faults(log) } = {},
): Regrading {
  const sandboxes = sandboxesWith(inSandbox, { healthy }) as Sandboxes;
  return new Regrading(db, config(), exercises, sandboxes, new SandboxRun(sandboxes), faults, log);
}

/** A submission that was rejected, and shall be graded again. */
async function rejected(
  slug = exercise,
  sent = files,
): Promise<{ submission: SubmissionId; regrade: RegradeId }> {
  const submission = await send(db, enrolment, sent, 'submit', slug);
  const held = await claim(db, submission, { owner: 'worker-2', lease: 60 });
  if (typeof held === 'string') throw new Error(held);
  const { verdict } = notRun({ points: 10, variants: [] }, '', 0);
  await settle(db, held, {
    verdict: { ...verdict, state: 'rejected', reason: 'timeout' },
    integrity: [],
    exerciseDigest: 'old',
  });
  return { submission, regrade: (await requestRegrade(db, submission, 'user:trainer')).id };
}

const stateOf = async (id: RegradeId) => {
  const [row] = await db.query<{ state: string }[]>('SELECT state FROM regrade WHERE id = $1', [id]);
  return row?.state;
};

describe('a regrade', () => {
  it('is graded as the submission would be now, and only proposes', async () => {
    const { submission, regrade } = await rejected();
    expect(await regradingWith(perfect).grade(regrade, never)).toBe('settled');
    expect(await previewRegrades(db, [regrade])).toMatchObject([
      {
        submission,
        from: { state: 'rejected', score: null },
        to: { state: 'graded', score: 1 },
        moves: 'up',
      },
    ]);
    expect((await submissionById(db, submission))?.state).toBe('rejected');
    expect((await standingsOf(db, enrolment)).get(exercise)).toMatchObject({ attempts: 1, bestScore: null });
    expect(await regradingWith(perfect).grade(regrade, never)).toBe('gone');
  });

  it('waits while there is no sandbox, without using up its tries', async () => {
    const { regrade } = await rejected();
    expect(await regradingWith(perfect, { healthy: false }).grade(regrade, never)).toBe('no-sandbox');
    for (let n = 0; n < 4; n += 1)
      expect(await regradingWith(noImage).grade(regrade, never)).toBe('no-sandbox');
    expect(await regradingWith(perfect).grade(regrade, never)).toBe('settled');
  });

  it('ends when its sandbox breaks three times, and the verdict stays', async () => {
    const { submission, regrade } = await rejected();
    const outcomes = [];
    for (let n = 0; n < 3; n += 1) outcomes.push(await regradingWith(breaks).grade(regrade, never));
    expect(outcomes).toEqual(['given-back', 'given-back', 'settled']);
    expect(await stateOf(regrade)).toBe('failed');
    expect((await submissionById(db, submission))?.state).toBe('rejected');
  });

  it('ends when judging it breaks three times, and each one is counted', async () => {
    const { regrade } = await rejected();
    const faults = new Faults(log);
    for (let n = 0; n < 3; n += 1) await regradingWith(unjudgeable, { faults }).grade(regrade, never);
    expect(await stateOf(regrade)).toBe('failed');
    expect(faults.seen.count).toBe(3);
  });

  it('of a quiz marks the answers again, by the questions of today', async () => {
    const { regrade } = await rejected(
      'day-1-opening',
      await submissionFrom('samples/half-way', 'day-1-opening'),
    );
    expect(await regradingWith(breaks).grade(regrade, never)).toBe('settled');
    expect(await previewRegrades(db, [regrade])).toMatchObject([
      { from: { state: 'rejected' }, to: { state: 'graded', score: 0.375 } },
    ]);
  });

  it('of answers that no longer fit the quiz keeps their verdict', async () => {
    const { submission, regrade } = await rejected('day-1-opening');
    for (let n = 0; n < 3; n += 1) await regradingWith(breaks).grade(regrade, never);
    expect(await stateOf(regrade)).toBe('failed');
    expect((await submissionById(db, submission))?.state).toBe('rejected');
  });

  it('of an exercise that this worker does not know is not proposed', async () => {
    const { regrade } = await rejected('never-written');
    expect(await regradingWith(perfect).grade(regrade, never)).toBe('given-back');
    expect(await stateOf(regrade)).toBe('queued');
  });
});
