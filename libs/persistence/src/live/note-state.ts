import type { SubmissionState } from '@lakeproof/contracts';

/**
 * SQL that tells who watches of the new state of the submissions in `changed`, a WITH table that has their `id`,
 * `enrolment_id` and `failures`: part of the statement that changes them, so that there is never the one without
 * the other. Their author may know of it, and the trainers of the cohort.
 */
export const noteState = (changed: string, state: SubmissionState): string =>
  `INSERT INTO cohort_event (transaction_id, cohort_id, person_id, kind, subject, payload)
   SELECT pg_current_xact_id()::text::bigint, e.cohort_id, e.user_id, 'submission', c.id,
          jsonb_build_object('state', '${state}', 'again', c.failures > 0)
   FROM ${changed} c JOIN enrolment e ON e.id = c.enrolment_id`;
