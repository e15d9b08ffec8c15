import {
  enrolmentIdSchema,
  queueNames,
  submissionIdSchema,
  submissionKindSchema,
  submissionStateSchema,
  type QueueName,
  type SubmissionId,
} from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { rowsOf } from '../rows.js';
import { Submission } from './submission.js';
import { takingOrder } from './taking-order.js';

const underWayRow = z.object({
  id: submissionIdSchema,
  enrolment: enrolmentIdSchema,
  kind: submissionKindSchema,
  state: submissionStateSchema.extract(['queued', 'running']),
  queue: z.enum(queueNames),
});

/** How many will be taken before each submission that waits in this queue. */
async function queuePositions(
  db: EntityManager,
  queue: QueueName,
): Promise<ReadonlyMap<SubmissionId, number>> {
  const rows = await rowsOf(
    db,
    underWayRow,
    `SELECT id, enrolment_id AS enrolment, kind, state, queue FROM submission
     WHERE state = 'running' OR (state = 'queued' AND queue = $1)
     ORDER BY CASE state WHEN 'running' THEN started_at ELSE created_at END, id`,
    [queue],
  );
  const running = rows.filter(({ state }) => state === 'running');
  const order = takingOrder({
    waiting: rows.filter(({ state }) => state === 'queued'),
    running: running.filter((row) => row.queue === queue).map(({ enrolment }) => enrolment),
    runningElsewhere: running.filter((row) => row.queue !== queue).map(({ enrolment }) => enrolment),
  });
  return new Map(order.map((id, position) => [id, position]));
}

/** How many will be taken before each of these that waits. */
export async function placesOf(
  db: EntityManager,
  rows: readonly Pick<Submission, 'state' | 'queue'>[],
): Promise<ReadonlyMap<SubmissionId, number>> {
  const places = new Map<SubmissionId, number>();
  for (const queue of new Set(rows.filter(({ state }) => state === 'queued').map((row) => row.queue)))
    for (const [id, position] of await queuePositions(db, queue)) places.set(id, position);
  return places;
}

/** Submissions that will be taken before this one; 0 when it is next, no longer waits, or does not exist. */
export async function queuePosition(db: EntityManager, id: SubmissionId): Promise<number> {
  const row = await db.findOne(Submission, { select: { queue: true }, where: { id, state: 'queued' } });
  return row ? ((await queuePositions(db, row.queue)).get(id) ?? 0) : 0;
}
