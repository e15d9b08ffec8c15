import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SubmissionId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { submissionById, submissionsOf } from './submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol, send, settlement, take, verdict, statesTold } from '../testing/room.js';
import type { Accepted } from './accept.js';
import { settle } from '../grade/settle.js';
import { stop } from './stop.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

const stateOf = async (id: SubmissionId) => (await submissionById(db, id))?.state;
const contentOf = async (id: SubmissionId) => (await submissionById(db, id))?.files[0]?.content;

describe('the same files sent again', () => {
  it.each([
    ['submit', 'queued'],
    ['submit', 'running'],
    ['run', 'queued'],
    ['run', 'running'],
  ] as const)('get the %s that is %s, and the new key leads to it from then on', async (kind, state) => {
    const ada = await enrol(db);
    const { id } = await send(db, ada, { kind });
    if (state === 'running') await take(db, id);
    const known = { id, state, outcome: 'known' };
    expect(await send(db, ada, { kind, idempotencyKey: 'second' })).toEqual(known);
    if (state === 'queued') await take(db, id);
    await stop(db, id, { actor: 'user:ada', why: 'asked' });
    expect(await send(db, ada, { kind, idempotencyKey: 'second' })).toEqual({ ...known, state: 'stopped' });
  });

  it('are a new attempt once the one before has ended', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada);
    await settle(db, await take(db, first.id), settlement(verdict(0.5)));
    expect(await send(db, ada)).toMatchObject({ state: 'queued', outcome: 'new' });
  });
});

describe('a newer run with other files', () => {
  it('replaces the files of the run that waits, and both keys lead to it', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada, { kind: 'run', idempotencyKey: 'one' });
    const second = await send(db, ada, { kind: 'run', idempotencyKey: 'two', content: 'newer' });
    expect(second).toEqual({ id: first.id, state: 'queued', outcome: 'replaced' });
    expect(await contentOf(first.id)).toBe('newer');
    for (const again of [{ idempotencyKey: 'one' }, { idempotencyKey: 'two', content: 'newer' }])
      expect(await send(db, ada, { kind: 'run', ...again })).toMatchObject({
        id: first.id,
        outcome: 'known',
      });
  });

  it('stops the run that is running, and takes its place', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada, { kind: 'run' });
    const held = await take(db, first.id);
    const second = await send(db, ada, { kind: 'run', content: 'mended' });
    expect(second).toMatchObject({ state: 'queued', outcome: 'new', stopped: first.id });
    expect((await statesTold(db, first.id)).at(-1)).toBe('stopped');
    expect(await settle(db, held, settlement(verdict(1)))).toBe(false);
    expect(await take(db, second.id)).toMatchObject({ id: second.id });
  });

  it.each([
    ['a submit', { kind: 'submit' }],
    ['a run of another exercise', { kind: 'run', exercise: 'join-orders' }],
  ] as const)('leaves %s alone', async (_what, older) => {
    const ada = await enrol(db);
    const first = await send(db, ada, { ...older, content: 'older' });
    await take(db, first.id);
    const second = await send(db, ada, { kind: 'run', content: 'newer' });
    expect(second.id).not.toBe(first.id);
    expect(await submissionById(db, first.id)).toMatchObject({
      state: 'running',
      files: [{ content: 'older' }],
    });
  });

  it('leaves the run of another person alone', async () => {
    const ada = await send(db, await enrol(db), { kind: 'run' });
    const grace = await send(db, await enrol(db), { kind: 'run', content: 'newer' });
    expect(grace.id).not.toBe(ada.id);
  });
});

describe('a newer submit with other files', () => {
  it.each([
    ['queued', 'waits to be graded'],
    ['running', 'is being graded'],
  ] as const)('is refused while one is %s: no attempt is lost silently', async (state, words) => {
    const ada = await enrol(db);
    const { id } = await send(db, ada, { content: 'older' });
    if (state === 'running') await take(db, id);
    await db.query(`UPDATE submission SET created_at = now() - interval '130 seconds' WHERE id = $1`, [id]);
    await expect(send(db, ada, { content: 'newer' })).rejects.toMatchObject({
      code: 'under-way',
      submission: id,
      detail: `Your submission of 2 minutes ago ${words}. Stop it, or wait for its result, then submit again.`,
    });
    expect(await submissionById(db, id)).toMatchObject({ state, files: [{ content: 'older' }] });
    expect(await submissionsOf(db, ada, 'clean-orders')).toHaveLength(1);
  });

  it('is taken in once the other was stopped', async () => {
    const ada = await enrol(db);
    const first = await send(db, ada, { content: 'older' });
    await stop(db, first.id, { actor: 'user:ada', why: 'asked' });
    expect(await send(db, ada, { content: 'newer' })).toMatchObject({ outcome: 'new' });
  });
});

describe('20 requests in the same moment', () => {
  const twenty = Array.from({ length: 20 }, (_, n) => n);
  const fulfilled = (answers: PromiseSettledResult<Accepted>[]) =>
    answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));

  it.each(['run', 'submit'] as const)('with the same files are one %s', async (kind) => {
    const ada = await enrol(db);
    const answers = await Promise.all(twenty.map(() => send(db, ada, { kind })));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ outcome }) => outcome === 'new')).toHaveLength(1);
    expect(await submissionsOf(db, ada, 'clean-orders')).toHaveLength(1);
  });

  it('with other files each are one submit, and 19 are told of it', async () => {
    const ada = await enrol(db);
    const answers = await Promise.allSettled(twenty.map((n) => send(db, ada, { content: `x = ${n}` })));
    const [taken, ...more] = fulfilled(answers);
    expect(more).toEqual([]);
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as unknown] : [],
    );
    for (const reason of refused) expect(reason).toMatchObject({ code: 'under-way', submission: taken?.id });
    expect(await submissionsOf(db, ada, 'clean-orders')).toHaveLength(1);
  });

  it('with other files each are one run, also while a worker takes what it can', async () => {
    const ada = await enrol(db);
    await take(db, (await send(db, ada, { kind: 'run' })).id);
    const answers = await Promise.allSettled(
      twenty.slice(1).map((n) => send(db, ada, { kind: 'run', content: `x = ${n}` })),
    );
    expect(fulfilled(answers)).toHaveLength(19);
    const states = (await submissionsOf(db, ada, 'clean-orders')).map(({ state }) => state);
    expect(states).toEqual(['queued', 'stopped']);
  });

  it('are kept apart by the database, whatever the code forgets', async () => {
    const ada = await enrol(db);
    const { id } = await send(db, ada);
    const copy = db.query(
      `INSERT INTO submission (enrolment_id, exercise, exercise_digest, queue, kind, files)
       SELECT enrolment_id, exercise, exercise_digest, queue, kind, files FROM submission WHERE id = $1`,
      [id],
    );
    await expect(copy).rejects.toMatchObject({ driverError: { constraint: 'submission_one_under_way' } });
    expect(await stateOf(id)).toBe('queued');
  });
});
