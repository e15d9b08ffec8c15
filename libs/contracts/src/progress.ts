import { z } from 'zod';
import { submissionIdSchema } from './ids.js';
import { submissionStateSchema } from './submission.js';
import { openEnum } from './open-enum.js';
import { matrixCellSchema } from './verdict.js';
import { cellViewSchema } from './verdict-view.js';

const phaseSchema = z.enum(['starting', 'collecting', 'running', 'finishing']);

/** What the worker tells viewers while it grades; names are the variants' own. Progress only, never truth. */
export const progressSchema = z.strictObject({
  submission: submissionIdSchema,
  phase: phaseSchema,
  /** Ids of the tests collected so far. */
  tests: z.array(z.string()),
  variantsDone: z.number().int().nonnegative(),
  variantsTotal: z.number().int().nonnegative(),
  /** Cells that came since the last message. */
  cells: z.array(matrixCellSchema),
});
export type Progress = z.infer<typeof progressSchema>;

/**
 * Server-sent events of one person. `state` is a submission's; it carries an id and is replayed after
 * `Last-Event-ID`. `progress` is live only, its cells' `variant` holding view keys. `start-over` comes first where
 * nothing is replayed, because the listener is new or was away too long: what is shown must be asked for again.
 */
export const liveEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start-over') }),
  z.strictObject({
    type: z.literal('state'),
    submission: submissionIdSchema,
    state: openEnum(submissionStateSchema),
    position: z.number().int().nonnegative(),
    /** A failure of ours cut it off before: it is graded again. */
    again: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('progress'),
    ...progressSchema.shape,
    phase: openEnum(phaseSchema),
    cells: z.array(cellViewSchema),
  }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
/** What is told of one submission. */
export type SubmissionEvent = Exclude<LiveEvent, { type: 'start-over' }>;
