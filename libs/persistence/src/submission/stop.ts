import { submissionIdSchema, type SubmissionId } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { isOpen, letGo } from '../claims.js';
import { rowOf } from '../rows.js';
import { noteState } from '../live/note-state.js';

export interface Stopping {
  /** `user:<id>`. */
  readonly actor: string;
  /** `asked`: its author ended it. `newer-run`: its author sent other files for the same run. */
  readonly why: 'asked' | 'newer-run';
}

/**
 * Ends a submission that waits or runs, without a verdict: it is no attempt. The worker that holds it has lost
 * its claim by that, and writes nothing. False, and nothing written, when it had ended before.
 */
export async function stop(db: EntityManager, id: SubmissionId, { actor, why }: Stopping): Promise<boolean> {
  const stopped = await rowOf(
    db,
    z.object({ id: submissionIdSchema }),
    `WITH under_way AS (
       SELECT id, state, exercise, kind, attempt FROM submission
       WHERE id = $1 AND ${isOpen}
       FOR UPDATE
     ), stopped AS (
       UPDATE submission s
       SET state = 'stopped', settled_at = now(), ${letGo}
       FROM under_way u WHERE s.id = u.id
       RETURNING s.id, s.enrolment_id, s.failures
     ), audited AS (
       INSERT INTO audit_entry (actor, action, subject, details)
       SELECT $2, 'submission.stopped', id,
              jsonb_build_object('exercise', exercise, 'kind', kind, 'attempt', attempt, 'from', state,
                                 'why', $3::text)
       FROM under_way
     ), noted AS (${noteState('stopped', 'stopped')})
     SELECT id FROM stopped`,
    [id, actor, why],
  );
  return stopped !== undefined;
}
