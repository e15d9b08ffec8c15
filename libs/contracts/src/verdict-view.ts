import { z } from 'zod';
import { slugSchema } from './ids.js';
import { openEnum } from './open-enum.js';
import {
  causeSchema,
  matrixCellSchema,
  testOutcomeSchema,
  testVerdictSchema,
  timingSchema,
  variantOutcomeSchema,
  verdictSchema,
  verdictStateSchema,
} from './verdict.js';
import { variantKindSchema } from './variant.js';

/**
 * A variant as a viewer may see it. `key` stands for it in the view's matrix: its name where the
 * viewer may know it, else `bug-3`. A survivor's name, title, concept and story are null until it is
 * caught or revealed.
 */
export const variantViewSchema = z.strictObject({
  key: z.string(),
  /** "Bug 3", "Correct version 2". */
  label: z.string(),
  kind: openEnum(variantKindSchema),
  outcome: openEnum(variantOutcomeSchema),
  caughtBy: z.array(z.string()),
  cause: causeSchema.nullable(),
  concept: slugSchema.nullable(),
  title: z.string().nullable(),
  /** The hints this viewer may read, from the first on: those a participant opened, or all. */
  hints: z.array(z.string()),
  /** How many hints there are; 0 for correct versions. */
  hintLevels: z.number().int().nonnegative(),
  story: z.string().nullable(),
});
export type VariantView = z.infer<typeof variantViewSchema>;

export const cellViewSchema = z.strictObject({
  ...matrixCellSchema.shape,
  outcome: openEnum(testOutcomeSchema),
});
export type CellView = z.infer<typeof cellViewSchema>;

/** A verdict for one viewer: `falseAlarmOn` and the matrix's `variant` hold keys of `variants`. */
export const verdictViewSchema = z.strictObject({
  ...verdictSchema.shape,
  state: openEnum(verdictStateSchema),
  tests: z.array(testVerdictSchema),
  variants: z.array(variantViewSchema),
  matrix: z.array(cellViewSchema),
  timing: timingSchema,
});
export type VerdictView = z.infer<typeof verdictViewSchema>;
