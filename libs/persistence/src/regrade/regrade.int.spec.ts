import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EnrolmentId, RegradeId, SubmissionId, Verdict } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { previewRegrades, waitingRegrades } from './regrades.js';
import { standingsOf } from '../grade/standings.js';
import { submissionById } from '../submission/submissions.js';
import { temporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.js';
import { enrol, notGraded, send, settlement, take, verdict, statesTold } from '../testing/room.js';
import { settle, type Settlement } from '../grade/settle.js';
import { applyRegrade } from './apply.js';
import { claimRegrade, renewRegradeClaim, type RegradeClaim } from './claim.js';
import { expireRegradeClaims, giveBackRegrade } from './give-back.js';
import { proposeRegrade } from './propose.js';
import { requestRegrade } from './request.js';

const trainer = 'user:6f1a51c8-5ac1-4ad2-a3ea-6a4e6f9b7f55';

let database: TemporaryDatabase;
let db: EntityManager;
beforeAll(async () => {
  database = await temporaryDatabase();
  db = database.dataSource.manager;
});
afterAll(() => database.drop());

async function settled(of: Verdict, enrolment?: EnrolmentId) {
  const ada = enrolment ?? (await enrol(db));
  const { id } = await send(db, ada);
  await settle(db, await take(db, id), settlement(of));
  return { ada, id };
}

async function claimed(id: RegradeId): Promise<RegradeClaim> {
  const claim = await claimRegrade(db, id, { owner: 'worker-1', lease: 60 });
  if (!claim) throw new Error('not claimed');
  return claim;
}

const proposal = (of: Verdict): Settlement => ({
  verdict: of,
  integrity: [{ code: 'process', detail: 'os.system', variants: [], tests: [] }],
  exerciseDigest: 'digest-mended',
});

/** Asked for, graded again and proposed. */
async function proposed(submission: SubmissionId, of: Verdict): Promise<RegradeId> {
  const { id } = await requestRegrade(db, submission, trainer);
  expect(await proposeRegrade(db, await claimed(id), proposal(of))).toBe(true);
  return id;
}

const auditOf = (subject: SubmissionId) =>
  db.query<{ actor: string; action: string; details: unknown }[]>(
    'SELECT actor, action, details FROM audit_entry WHERE subject = $1 ORDER BY id',
    [subject],
  );
const stateOf = async (id: RegradeId) => {
  const [row] = await db.query<{ state: string; replaced: Settlement | null }[]>(
    'SELECT state, replaced FROM regrade WHERE id = $1',
    [id],
  );
  return row;
};
/** Until a transaction on this database waits for another one's lock. */
async function untilOneWaits(): Promise<void> {
  for (;;) {
    const waiting: unknown[] = await db.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}
const mayLower = { actor: trainer, mayLower: true };
const mayNotLower = { actor: trainer, mayLower: false };

describe('asking for a regrade', () => {
  it('makes one that waits, and says who asked', async () => {
    const { id } = await settled(verdict(0.5));
    const regrade = await requestRegrade(db, id, trainer);
    expect(regrade.queue).toBe('warm');
    expect(await waitingRegrades(db, 100)).toContainEqual(regrade);
    expect((await auditOf(id)).at(-1)).toMatchObject({
      actor: trainer,
      action: 'submission.regrade-requested',
    });
  });

  it('again gives the one that is open, also when both ask at once', async () => {
    const { id } = await settled(verdict(0.5));
    const answers = await Promise.all([1, 2, 3].map(() => requestRegrade(db, id, trainer)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  });

  it.each(['queued', 'failed'] as const)('is refused for a submission that is %s', async (state) => {
    const { id } = state === 'queued' ? await send(db, await enrol(db)) : await settled(notGraded('failed'));
    await expect(requestRegrade(db, id, trainer)).rejects.toMatchObject({ code: 'invalid-request' });
  });
});

describe('a regrade at work', () => {
  it('is claimed once, with all that grading needs', async () => {
    const { id } = await settled(verdict(0.5));
    const regrade = await requestRegrade(db, id, trainer);
    const claims = await Promise.all(
      [1, 2].map((n) => claimRegrade(db, regrade.id, { owner: `worker-${n}`, lease: 60 })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(claims.find(Boolean)).toMatchObject({
      submission: id,
      exercise: 'clean-orders',
      kind: 'submit',
      attempt: 1,
      files: [{ path: 'test_orders.py' }],
    });
  });

  it('keeps nobody from having another submission graded', async () => {
    const { ada, id } = await settled(verdict(0.5));
    await claimed((await requestRegrade(db, id, trainer)).id);
    const next = await send(db, ada);
    expect(await take(db, next.id)).toMatchObject({ id: next.id });
  });

  it('that lost its claim proposes nothing', async () => {
    const { id } = await settled(verdict(0.5));
    const regrade = await requestRegrade(db, id, trainer);
    const lost = await claimed(regrade.id);
    expect(await renewRegradeClaim(db, lost, 60)).toBe(true);
    await db.query(`UPDATE regrade SET claim_expires_at = now() - interval '1 second' WHERE id = $1`, [
      regrade.id,
    ]);
    expect(await expireRegradeClaims(db)).toEqual([regrade.id]);
    expect(await renewRegradeClaim(db, lost, 60)).toBe(false);
    const held = await claimed(regrade.id);
    expect(await proposeRegrade(db, lost, proposal(verdict(1)))).toBe(false);
    expect(await giveBackRegrade(db, lost, 'infrastructure')).toBe('lost');
    expect(await proposeRegrade(db, held, proposal(verdict(0.5)))).toBe(true);
  });

  it('ends after three failures of ours, and the verdict stays', async () => {
    const { id } = await settled(verdict(0.5));
    const regrade = await requestRegrade(db, id, trainer);
    const ends = [];
    for (const why of ['interrupted', 'infrastructure', 'infrastructure', 'infrastructure'] as const)
      ends.push(await giveBackRegrade(db, await claimed(regrade.id), why));
    expect(ends).toEqual(['queued', 'queued', 'queued', 'failed']);
    expect((await submissionById(db, id))?.score).toBe(0.5);
  });
});

describe('a proposal', () => {
  it('changes nothing until it is applied', async () => {
    const { ada, id } = await settled(verdict(0.5));
    await proposed(id, verdict(1));
    expect(await submissionById(db, id)).toMatchObject({ score: 0.5, exerciseDigest: 'digest-1' });
    expect((await standingsOf(db, ada)).get('clean-orders')).toMatchObject({ attempts: 1, bestScore: 0.5 });
    expect(await statesTold(db, id)).toEqual(['queued', 'running', 'graded']);
  });

  it('shows who would move, those who lose first', async () => {
    const moves = [
      [verdict(0.5), verdict(1)],
      [verdict(0.5), verdict(0.5)],
      [verdict(0.5), notGraded('rejected')],
      [notGraded('rejected'), verdict(0)],
      [verdict(0.5), verdict(0.25)],
    ] as const;
    const ids = [];
    for (const [from, to] of moves) ids.push(await proposed((await settled(from)).id, to));
    const open = (await requestRegrade(db, (await settled(verdict(1))).id, trainer)).id;
    const seen = await previewRegrades(db, [...ids, open]);
    expect(seen.map(({ from, to, moves: direction }) => [from.score, to.score, direction])).toEqual([
      [0.5, null, 'down'],
      [0.5, 0.25, 'down'],
      [0.5, 0.5, 'nowhere'],
      [0.5, 1, 'up'],
      [null, 0, 'up'],
    ]);
  });
});

describe('applying a regrade', () => {
  it('gives the submission its new verdict, keeps the old one, and costs no attempt', async () => {
    const { ada, id } = await settled(verdict(0.5));
    const regrade = await proposed(id, verdict(0.75));
    await applyRegrade(db, regrade, mayNotLower);
    expect(await submissionById(db, id)).toMatchObject({
      state: 'graded',
      score: 0.75,
      verdict: verdict(0.75),
      exerciseDigest: 'digest-mended',
      integrity: [{ code: 'process' }],
    });
    expect((await standingsOf(db, ada)).get('clean-orders')).toEqual({
      attempts: 1,
      bestScore: 0.75,
      points: 7.5,
    });
    expect(await stateOf(regrade)).toMatchObject({
      state: 'applied',
      replaced: { verdict: verdict(0.5), exerciseDigest: 'digest-1' },
    });
    expect((await auditOf(id)).at(-1)).toMatchObject({
      actor: trainer,
      action: 'submission.regraded',
      details: { regrade, from: { score: 0.5 }, to: { score: 0.75 } },
    });
    expect((await statesTold(db, id)).at(-1)).toBe('graded');
  });

  it('happens once, also when two apply at the same moment', async () => {
    const { id } = await settled(verdict(0.5));
    const regrade = await proposed(id, verdict(0.75));
    const answers = await Promise.allSettled([1, 2].map(() => applyRegrade(db, regrade, mayNotLower)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('lowers nothing unless it is told that it may', async () => {
    const { ada, id } = await settled(verdict(0.75));
    const regrade = await proposed(id, verdict(0.5));
    await expect(applyRegrade(db, regrade, mayNotLower)).rejects.toMatchObject({
      code: 'invalid-request',
      detail: expect.stringContaining('lowers the score from 0.75 to 0.5') as unknown,
    });
    expect((await submissionById(db, id))?.score).toBe(0.75);
    await applyRegrade(db, regrade, mayLower);
    expect((await standingsOf(db, ada)).get('clean-orders')).toMatchObject({ bestScore: 0.5 });
  });

  it('leaves the grade with the best that is graded then', async () => {
    const { ada, id } = await settled(verdict(1));
    await settled(verdict(0.75), ada);
    await applyRegrade(db, await proposed(id, verdict(0.25)), mayLower);
    expect((await standingsOf(db, ada)).get('clean-orders')).toMatchObject({ attempts: 2, bestScore: 0.75 });
  });

  it('takes a grade away that nothing carries any more, and gives one where there was none', async () => {
    const { ada, id } = await settled(verdict(1));
    await applyRegrade(db, await proposed(id, notGraded('rejected')), mayLower);
    expect((await standingsOf(db, ada)).get('clean-orders')).toEqual({
      attempts: 1,
      bestScore: null,
      points: null,
    });
    await applyRegrade(db, await proposed(id, verdict(0.5)), mayNotLower);
    expect((await standingsOf(db, ada)).get('clean-orders')).toMatchObject({ attempts: 1, bestScore: 0.5 });
  });

  it('takes nothing from a better verdict that is settled at the same moment', async () => {
    const { ada, id } = await settled(notGraded('rejected'));
    const regrade = await proposed(id, verdict(0.5));
    const better = await send(db, ada);
    const claim = await take(db, better.id);
    const applying = await db.transaction(async (tx) => {
      await settle(tx, claim, settlement(verdict(1)));
      const applied = applyRegrade(db, regrade, mayNotLower);
      await untilOneWaits();
      return { applied };
    });
    await applying.applied;
    expect((await standingsOf(db, ada)).get('clean-orders')).toMatchObject({ attempts: 2, bestScore: 1 });
  });

  it('of nothing that was proposed is refused', async () => {
    const { id } = await settled(verdict(0.5));
    const regrade = await requestRegrade(db, id, trainer);
    await expect(applyRegrade(db, regrade.id, mayLower)).rejects.toMatchObject({ code: 'invalid-request' });
  });
});
