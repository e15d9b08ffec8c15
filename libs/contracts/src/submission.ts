import { z } from 'zod';
import { cohortIdSchema, slugSchema, submissionIdSchema } from './ids.js';
import { integrityNoteSchema } from './integrity.js';
import { openEnum } from './open-enum.js';
import { questionResultSchema } from './quiz.js';
import { storedFileSchema, submissionFilesSchema } from './submission-files.js';
import { verdictViewSchema } from './verdict-view.js';

/** `run`: visible checks on the reference only, free and unlimited. `submit`: graded, an attempt. */
export const submissionKindSchema = z.enum(['run', 'submit']);
export type SubmissionKind = z.infer<typeof submissionKindSchema>;

/** `stopped`: ended without a verdict by its author. It is no attempt. */
export const submissionStateSchema = z.enum(['queued', 'running', 'graded', 'rejected', 'failed', 'stopped']);
export type SubmissionState = z.infer<typeof submissionStateSchema>;

const toldState = openEnum(submissionStateSchema);
export type ToldState = z.infer<typeof toldState>;

/** Whether it waits or runs: nothing but a regrade changes it after that. */
export const isUnderWay = (state: ToldState): boolean => state === 'queued' || state === 'running';

/** Sent with an `Idempotency-Key` header: the same key with the same content gets the same answer. */
export const submitBodySchema = z.strictObject({
  kind: submissionKindSchema,
  files: submissionFilesSchema,
  /** Needed only by people who are enrolled in several cohorts. */
  cohort: cohortIdSchema.optional(),
});
export type SubmitBody = z.infer<typeof submitBodySchema>;

export const submissionReceiptSchema = z.strictObject({
  id: submissionIdSchema,
  state: toldState,
  /** Submissions before it; 0 when it is next or no longer waits. */
  position: z.number().int().nonnegative(),
});
export type SubmissionReceipt = z.infer<typeof submissionReceiptSchema>;

export const submissionSummarySchema = z.strictObject({
  id: submissionIdSchema,
  exercise: slugSchema,
  kind: openEnum(submissionKindSchema),
  state: toldState,
  position: z.number().int().nonnegative(),
  /** A failure of ours cut it off before, so that it was put back: it is graded again, which costs no attempt. */
  again: z.boolean(),
  score: z.number().nullable(),
  /** Answers to a quiz after the first ones: no attempt, and no grade comes of it. */
  retry: z.boolean(),
  createdAt: z.iso.datetime(),
  settledAt: z.iso.datetime().nullable(),
});
export type SubmissionSummary = z.infer<typeof submissionSummarySchema>;

export const submissionViewSchema = submissionSummarySchema.extend({
  files: z.array(storedFileSchema),
  verdict: verdictViewSchema.nullable(),
  /** Of a graded quiz: every question, with what was chosen and why what is right. Null of other exercises. */
  questions: z.array(questionResultSchema).nullable(),
  /** Trainers of its cohort alone get this; for everybody else it is not there. */
  integrity: z.array(integrityNoteSchema).optional(),
});
export type SubmissionView = z.infer<typeof submissionViewSchema>;
