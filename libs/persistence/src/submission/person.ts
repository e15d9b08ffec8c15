import { DomainError, slugSchema, userIdSchema, type EnrolmentId, type UserId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isOpen } from '../claims.js';
import { rowOf, rowsOf } from '../rows.js';

/** How many submissions of one person may wait or run, of all kinds, exercises and cohorts together. */
export const mostUnderWay = 4;

/** How many submissions of one person are taken in within a minute: more than anybody writes or answers. */
export const mostInAMinute = 20;

/**
 * One person's submissions are taken in one after another: what is refused or replaced holds for requests of the
 * same moment, too.
 * @throws DomainError no-enrolment
 */
export async function lockPerson(tx: EntityManager, enrolment: EnrolmentId): Promise<UserId> {
  const found = await rowOf(
    tx,
    z.object({ id: userIdSchema }),
    `SELECT u.id FROM enrolment e JOIN app_user u ON u.id = e.user_id WHERE e.id = $1
     FOR NO KEY UPDATE OF u`,
    [enrolment],
  );
  if (found) return found.id;
  throw new DomainError(
    'no-enrolment',
    'You are not enrolled in this cohort. Ask your trainer for an invite.',
  );
}

/** @throws DomainError too-many-under-way, naming the exercises */
export async function refuseHoarding(tx: EntityManager, person: UserId): Promise<void> {
  const underWay = await rowsOf(
    tx,
    z.object({ exercise: slugSchema }),
    `SELECT s.exercise FROM submission s JOIN enrolment e ON e.id = s.enrolment_id
     WHERE ${isOpen} AND e.user_id = $1
     ORDER BY s.created_at, s.id`,
    [person],
  );
  if (underWay.length < mostUnderWay) return;
  const exercises = [...new Set(underWay.map(({ exercise }) => exercise))].join(', ');
  throw new DomainError(
    'too-many-under-way',
    `${underWay.length} of your submissions wait or run already (${exercises}). Stop one of them, or wait until one has its result, then send again.`,
  );
}

/**
 * Each key is counted: one that replaced a waiting run or repeated what is under way had its work, too.
 * @throws DomainError too-many-requests
 */
export async function refuseHurry(tx: EntityManager, person: UserId): Promise<void> {
  const row = await rowOf(
    tx,
    z.object({ lately: z.number() }),
    `SELECT count(*)::int AS lately FROM submission_key k JOIN enrolment e ON e.id = k.enrolment_id
     WHERE e.user_id = $1 AND k.created_at > now() - interval '1 minute'`,
    [person],
  );
  if ((row?.lately ?? 0) < mostInAMinute) return;
  throw new DomainError(
    'too-many-requests',
    `You sent ${mostInAMinute} submissions within a minute. Wait a minute, then send again.`,
  );
}
