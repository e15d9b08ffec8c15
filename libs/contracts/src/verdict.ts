import { z } from 'zod';
import { reasonSchema } from './reason.js';
import { slugSchema } from './ids.js';
import { variantKindSchema } from './variant.js';

export const testOutcomeSchema = z.enum(['passed', 'failed', 'error', 'skipped', 'timeout']);
export type TestOutcome = z.infer<typeof testOutcomeSchema>;

/** What made a test fail: its assertion, any other exception, or the clock. */
export const causeSchema = z.enum(['assertion', 'exception', 'timeout']);
export type Cause = z.infer<typeof causeSchema>;

/** correct: passed or rejected; mutant: caught or survived; any: not-run. */
export const variantOutcomeSchema = z.enum(['passed', 'rejected', 'caught', 'survived', 'not-run']);
export type VariantOutcome = z.infer<typeof variantOutcomeSchema>;

export const testVerdictSchema = z.strictObject({
  id: z.string(),
  /** Passed on every correct variant. */
  valid: z.boolean(),
  /** Names of the correct variants it failed on, in any run. */
  falseAlarmOn: z.array(z.string()),
});
export type TestVerdict = z.infer<typeof testVerdictSchema>;

export const variantVerdictSchema = z.strictObject({
  name: z.string(),
  kind: variantKindSchema,
  concept: slugSchema.nullable(),
  outcome: variantOutcomeSchema,
  /** Ids of the valid tests that failed on it. */
  caughtBy: z.array(z.string()),
  cause: causeSchema.nullable(),
});
export type VariantVerdict = z.infer<typeof variantVerdictSchema>;

export const matrixCellSchema = z.strictObject({
  test: z.string(),
  variant: z.string(),
  outcome: testOutcomeSchema,
  cause: causeSchema.nullable(),
  seconds: z.number().nonnegative(),
  /** First 2,000 characters of what pytest said; empty when the test passed. */
  message: z.string(),
});
export type MatrixCell = z.infer<typeof matrixCellSchema>;

/** Seconds, measured by the one who graded. */
export const timingSchema = z.strictObject({
  queued: z.number().nonnegative(),
  started: z.number().nonnegative(),
  firstResult: z.number().nonnegative(),
  total: z.number().nonnegative(),
});
export type Timing = z.infer<typeof timingSchema>;

export const verdictStateSchema = z.enum(['graded', 'rejected', 'failed']);
export type VerdictState = z.infer<typeof verdictStateSchema>;

/** What Lakeproof concluded from a report. The order of fields is part of the format. */
export const verdictSchema = z.strictObject({
  state: verdictStateSchema,
  reason: reasonSchema.nullable(),
  /** 0 to 1; null when not graded. */
  score: z.number().min(0).max(1).nullable(),
  points: z.number().nonnegative().nullable(),
  maxPoints: z.number().nonnegative(),
  tests: z.array(testVerdictSchema),
  variants: z.array(variantVerdictSchema),
  matrix: z.array(matrixCellSchema),
  timing: timingSchema,
  /** The sentence for `reason` with the place it happened; null when graded. */
  message: z.string().nullable(),
  /** Remarks for people about the run: options that were dropped, output that was cut. Change no score. */
  notes: z.array(z.string()),
});
export type Verdict = z.infer<typeof verdictSchema>;
