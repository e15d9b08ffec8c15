import { randomUUID } from 'node:crypto';
import {
  enrolmentIdSchema,
  type EnrolmentId,
  type Role,
  type SubmissionId,
  type Verdict,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowOf, rowsOf } from '../rows.js';
import { accept, type Accepted, type NewSubmission } from '../submission/accept.js';
import { claim, type Claim } from '../submission/claim.js';

/** A new person enrolled in a new cohort. */
export async function enrol(db: EntityManager, role: Role = 'participant'): Promise<EnrolmentId> {
  const row = await rowOf(
    db,
    z.object({ id: enrolmentIdSchema }),
    `WITH u AS (INSERT INTO app_user (email, name, password_hash) VALUES ($1, $1, '-') RETURNING id),
          c AS (INSERT INTO cohort (name) VALUES ($1) RETURNING id)
     , e AS (INSERT INTO enrolment (user_id, cohort_id, role) SELECT u.id, c.id, $2 FROM u, c RETURNING id)
     SELECT id FROM e`,
    [`${randomUUID()}@lakeproof.test`, role],
  );
  if (!row) throw new Error('no enrolment');
  return row.id;
}

/** The same person in another cohort. */
export async function enrolAgain(db: EntityManager, enrolment: EnrolmentId): Promise<EnrolmentId> {
  const row = await rowOf(
    db,
    z.object({ id: enrolmentIdSchema }),
    `WITH c AS (INSERT INTO cohort (name) VALUES ($2) RETURNING id)
     , e AS (INSERT INTO enrolment (user_id, cohort_id, role)
             SELECT o.user_id, c.id, o.role FROM enrolment o, c WHERE o.id = $1 RETURNING id)
     SELECT id FROM e`,
    [enrolment, randomUUID()],
  );
  if (!row) throw new Error('no enrolment');
  return row.id;
}

const testFile = (content: string) => ({ path: 'test_orders.py', content });

/** Sends a submission of one test file that holds `content`. */
export const send = (
  db: EntityManager,
  enrolment: EnrolmentId,
  { content = 'def test_one(): pass', ...part }: Partial<NewSubmission> & { content?: string } = {},
): Promise<Accepted> =>
  accept(db, {
    enrolment,
    exercise: 'clean-orders',
    exerciseDigest: 'digest-1',
    queue: 'warm',
    kind: 'submit',
    files: [testFile(content)],
    idempotencyKey: randomUUID(),
    ...part,
  });

/** Claims it, which must succeed. */
export async function take(
  db: EntityManager,
  id: SubmissionId,
  owner = 'worker-1',
  lease = 60,
): Promise<Claim> {
  const answer = await claim(db, id, { owner, lease });
  if (typeof answer === 'string') throw new Error(`claim answered ${answer}`);
  return answer;
}

/** A verdict with this score of 10 points. */
export const verdict = (score: number, part: Partial<Verdict> = {}): Verdict => ({
  state: 'graded',
  reason: null,
  score,
  points: score * 10,
  maxPoints: 10,
  tests: [],
  variants: [],
  matrix: [],
  timing: { queued: 0, started: 0, firstResult: 0, total: 0 },
  message: null,
  notes: [],
  ...part,
});

export const notGraded = (state: 'rejected' | 'failed', part: Partial<Verdict> = {}): Verdict =>
  verdict(0, {
    state,
    reason: state === 'failed' ? 'infrastructure' : 'timeout',
    score: null,
    points: null,
    message: 'What happened.',
    ...part,
  });

export const settlement = (of: Verdict) => ({ verdict: of, integrity: [], exerciseDigest: 'digest-1' });

const count = z.object({ n: z.number() });

/** How many rows a table holds about a submission. */
export async function rowsAbout(
  db: EntityManager,
  table: 'audit_entry' | 'cohort_event' | 'grade',
  id: SubmissionId,
): Promise<number> {
  const column = table === 'grade' ? 'submission_id' : 'subject';
  const [row] = await rowsOf(db, count, `SELECT count(*)::int AS n FROM ${table} WHERE ${column} = $1`, [id]);
  return row?.n ?? 0;
}

/** The states that were told of a submission, in order. */
export async function statesTold(db: EntityManager, id: SubmissionId): Promise<string[]> {
  const rows = await rowsOf(
    db,
    z.object({ state: z.string() }),
    `SELECT payload->>'state' AS state FROM cohort_event WHERE subject = $1 ORDER BY transaction_id, id`,
    [id],
  );
  return rows.map(({ state }) => state);
}

/** Lets the lease of a claim run out at once. */
export const letLeaseRunOut = (db: EntityManager, id: SubmissionId): Promise<unknown> =>
  db.query(`UPDATE submission SET claim_expires_at = now() - interval '1 second' WHERE id = $1`, [id]);
