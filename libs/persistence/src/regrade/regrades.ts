import {
  enrolmentIdSchema,
  queueNames,
  regradeIdSchema,
  submissionIdSchema,
  verdictStateSchema,
  type RegradeId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';

const waitingRow = z.object({ id: regradeIdSchema, queue: z.enum(queueNames) });
export type WaitingRegrade = z.infer<typeof waitingRow>;

/** The oldest `limit` regrades that wait: what the queues in Redis must hold beside the submissions. */
export const waitingRegrades = (db: EntityManager, limit: number): Promise<WaitingRegrade[]> =>
  rowsOf(
    db,
    waitingRow,
    `SELECT r.id, s.queue FROM regrade r JOIN submission s ON s.id = r.submission_id
     WHERE r.state = 'queued' ORDER BY r.requested_at, r.id LIMIT $1`,
    [limit],
  );

const standing = z.object({ state: verdictStateSchema, score: z.number().nullable() });

const previewRow = z.object({
  id: regradeIdSchema,
  submission: submissionIdSchema,
  enrolment: enrolmentIdSchema,
  exercise: z.string(),
  from: standing,
  to: standing,
  /** What applying it does to the score; a submission without a score stands below one with 0. */
  moves: z.enum(['up', 'down', 'nowhere']),
});
export type RegradePreview = z.infer<typeof previewRow>;

/** Who would move if these regrades were applied, those who lose by it first. Only what has its proposal. */
export const previewRegrades = (db: EntityManager, ids: readonly RegradeId[]): Promise<RegradePreview[]> =>
  rowsOf(
    db,
    previewRow,
    `SELECT r.id, s.id AS submission, s.enrolment_id AS enrolment, s.exercise,
            jsonb_build_object('state', s.state, 'score', s.score) AS "from",
            jsonb_build_object('state', p.verdict->>'state', 'score', p.score) AS "to",
            CASE sign(coalesce(p.score, -1) - coalesce(s.score, -1))
              WHEN 1 THEN 'up' WHEN -1 THEN 'down' ELSE 'nowhere' END AS moves
     FROM regrade r JOIN submission s ON s.id = r.submission_id
     CROSS JOIN LATERAL (
       SELECT r.proposal->'verdict' AS verdict, (r.proposal->'verdict'->>'score')::float8 AS score) p
     WHERE r.id = ANY($1) AND r.state = 'proposed'
     ORDER BY coalesce(p.score, -1) - coalesce(s.score, -1), r.requested_at, r.id`,
    [ids],
  );
