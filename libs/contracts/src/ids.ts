import { z } from 'zod';

/** Branded identifiers: a cohort's id can't be passed where a submission's is meant. */
export const userIdSchema = z.uuid().brand<'UserId'>();
export type UserId = z.infer<typeof userIdSchema>;

export const cohortIdSchema = z.uuid().brand<'CohortId'>();
export type CohortId = z.infer<typeof cohortIdSchema>;

export const enrolmentIdSchema = z.uuid().brand<'EnrolmentId'>();
export type EnrolmentId = z.infer<typeof enrolmentIdSchema>;

export const submissionIdSchema = z.uuid().brand<'SubmissionId'>();
export type SubmissionId = z.infer<typeof submissionIdSchema>;

export const regradeIdSchema = z.uuid().brand<'RegradeId'>();
export type RegradeId = z.infer<typeof regradeIdSchema>;

/** A slug as it stands in folders and addresses: `nulls-in-joins`. */
export const slugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
