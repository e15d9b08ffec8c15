import type { Verdict } from '@lakeproof/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { standingsOf } from './standings.js';
import { submissionById } from '../submission/submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import {
  enrol,
  letLeaseRunOut,
  notGraded,
  rowsAbout,
  send,
  settlement,
  take,
  verdict,
  statesTold,
} from '../testing/room.js';
import { expireClaims } from '../submission/put-back.js';
import { settle } from './settle.js';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

const note = { code: 'process', detail: 'os.system', variants: ['reference'], tests: [] };

async function sendAndSettle(
  enrolment: Awaited<ReturnType<typeof enrol>>,
  of: Verdict,
  part: Parameters<typeof send>[2] = {},
) {
  const { id } = await send(db, enrolment, part);
  expect(await settle(db, await take(db, id), settlement(of))).toBe(true);
  return id;
}

describe('settling', () => {
  it('writes verdict, state, grade, audit entry and event', async () => {
    const ada = await enrol(db);
    const { id } = await send(db, ada);
    const mine = await take(db, id);
    expect(
      await settle(db, mine, { verdict: verdict(0.75), integrity: [note], exerciseDigest: 'digest-2' }),
    ).toBe(true);
    expect(await submissionById(db, id)).toMatchObject({
      state: 'graded',
      score: 0.75,
      exerciseDigest: 'digest-2',
      verdict: verdict(0.75),
      integrity: [note],
      settledAt: expect.any(Date),
    });
    expect((await standingsOf(db, ada)).get('clean-orders')).toEqual({
      attempts: 1,
      bestScore: 0.75,
      points: 7.5,
    });
    expect(await rowsAbout(db, 'audit_entry', id)).toBe(1);
    expect((await statesTold(db, id)).at(-1)).toBe('graded');
  });

  it('happens once', async () => {
    const { id } = await send(db, await enrol(db));
    const mine = await take(db, id);
    const answers = await Promise.all([1, 0.5].map((score) => settle(db, mine, settlement(verdict(score)))));
    expect(answers.toSorted()).toEqual([false, true]);
    expect(await rowsAbout(db, 'audit_entry', id)).toBe(1);
  });

  it('stores what hostile tests print: NUL characters and lone surrogates', async () => {
    const message = 'AssertionError: \u0000 \ud800';
    const id = await sendAndSettle(
      await enrol(db),
      verdict(1, {
        matrix: [{ test: 't', variant: 'v', outcome: 'failed', cause: 'assertion', seconds: 0.1, message }],
      }),
    );
    expect((await submissionById(db, id))?.verdict?.matrix[0]?.message).toBe('AssertionError: \uFFFD \uFFFD');
  });
});

describe('a worker that lost its claim', () => {
  it('writes nothing', async () => {
    const ada = await enrol(db);
    const { id } = await send(db, ada);
    const lost = await take(db, id);
    await letLeaseRunOut(db, id);
    await expireClaims(db);
    const audited = await rowsAbout(db, 'audit_entry', id);
    const events = await rowsAbout(db, 'cohort_event', id);

    expect(await settle(db, lost, settlement(verdict(1)))).toBe(false);
    expect(await submissionById(db, id)).toMatchObject({ state: 'queued', verdict: null, score: null });
    expect(await standingsOf(db, ada)).toEqual(new Map());
    expect(await rowsAbout(db, 'audit_entry', id)).toBe(audited);
    expect(await rowsAbout(db, 'cohort_event', id)).toBe(events);
  });

  it('writes nothing while the next worker grades, whose verdict stands', async () => {
    const { id } = await send(db, await enrol(db));
    const lost = await take(db, id, 'worker-1');
    await letLeaseRunOut(db, id);
    await expireClaims(db);
    const held = await take(db, id, 'worker-2');
    expect(await settle(db, lost, settlement(verdict(1)))).toBe(false);
    expect(await settle(db, held, settlement(verdict(0.5)))).toBe(true);
    expect(await settle(db, lost, settlement(verdict(1)))).toBe(false);
    expect((await submissionById(db, id))?.score).toBe(0.5);
  });
});

describe('the grade', () => {
  it('is the best verdict, in whatever order they come', async () => {
    const ada = await enrol(db);
    for (const score of [0.5, 0.75, 0.25]) await sendAndSettle(ada, verdict(score));
    expect((await standingsOf(db, ada)).get('clean-orders')).toEqual({
      attempts: 3,
      bestScore: 0.75,
      points: 7.5,
    });
  });

  it('stays with the first of equal verdicts', async () => {
    const ada = await enrol(db);
    const first = await sendAndSettle(ada, verdict(0.5));
    const second = await sendAndSettle(ada, verdict(0.5));
    expect(await rowsAbout(db, 'grade', first)).toBe(1);
    expect(await rowsAbout(db, 'grade', second)).toBe(0);
  });

  it('is there at score 0, which is a grade too', async () => {
    const ada = await enrol(db);
    await sendAndSettle(ada, verdict(0));
    expect((await standingsOf(db, ada)).get('clean-orders')?.bestScore).toBe(0);
  });

  it('does not come from runs', async () => {
    const ada = await enrol(db);
    await sendAndSettle(ada, verdict(1), { kind: 'run' });
    expect(await standingsOf(db, ada)).toEqual(new Map());
  });

  it.each(['trainer', 'admin'] as const)('is not given to a %s', async (role) => {
    const id = await sendAndSettle(await enrol(db, role), verdict(1));
    expect(await rowsAbout(db, 'grade', id)).toBe(0);
  });

  it('is not touched by a rejected attempt, which counts, nor by a failed one, which does not', async () => {
    const ada = await enrol(db);
    await sendAndSettle(ada, notGraded('rejected'));
    await sendAndSettle(ada, notGraded('failed'));
    expect((await standingsOf(db, ada)).get('clean-orders')).toEqual({
      attempts: 1,
      bestScore: null,
      points: null,
    });
  });
});
