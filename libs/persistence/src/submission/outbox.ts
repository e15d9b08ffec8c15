import type { SubmissionState } from '@lakeproof/contracts';

/**
 * SQL that tells viewers of the submissions in `changed` (a WITH table that has an `id`) their new state:
 * part of the statement that changes it, so that there is never the one without the other.
 */
export const noteState = (changed: string, state: SubmissionState): string =>
  `INSERT INTO outbox_event (submission_id, payload)
   SELECT id, jsonb_build_object('state', '${state}') FROM ${changed}`;
