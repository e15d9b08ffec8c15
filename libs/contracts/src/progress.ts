import { z } from 'zod';
import { submissionIdSchema } from './ids.js';
import { submissionStateSchema } from './submission.js';
import { matrixCellSchema } from './verdict.js';

/** What the worker tells viewers while it grades; names are the variants' own. Progress only, never truth. */
export const progressSchema = z.strictObject({
  submission: submissionIdSchema,
  phase: z.enum(['starting', 'collecting', 'running', 'finishing']),
  /** Ids of the tests collected so far. */
  tests: z.array(z.string()),
  variantsDone: z.number().int().nonnegative(),
  variantsTotal: z.number().int().nonnegative(),
  /** Cells that came since the last message. */
  cells: z.array(matrixCellSchema),
});
export type Progress = z.infer<typeof progressSchema>;

/**
 * Server-sent events of one submission. `state` carries an id and is replayed from the outbox after
 * `Last-Event-ID`; `progress` is live only, its cells' `variant` holding view keys.
 */
export const submissionEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('state'),
    state: submissionStateSchema,
    position: z.number().int().nonnegative(),
    /** A failure of ours cut it off before: it is graded again. */
    again: z.boolean(),
  }),
  z.strictObject({ type: z.literal('progress'), ...progressSchema.omit({ submission: true }).shape }),
]);
export type SubmissionEvent = z.infer<typeof submissionEventSchema>;
