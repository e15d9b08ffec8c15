import { z } from 'zod';
import { slugSchema } from './ids.js';

/** Spark settings by which a variant's environment differs: `{ "spark.sql.session.timeZone": "Asia/Kolkata" }`. */
export const sparkConfSchema = z.record(z.string().regex(/^spark\.[A-Za-z0-9.]+$/), z.string());

export const variantKindSchema = z.enum(['correct', 'mutant']);
export type VariantKind = z.infer<typeof variantKindSchema>;

const shared = { name: slugSchema, conf: sparkConfSchema.optional() };

/** A version that must pass: another approach, or the same code in another environment. */
export const correctVariantSchema = z.strictObject({
  ...shared,
  kind: z.literal('correct'),
  title: z.string().min(1).optional(),
});

/** A version with one seeded bug, which must be caught. */
export const mutantSchema = z.strictObject({
  ...shared,
  kind: z.literal('mutant'),
  /** The misconception it stands for. */
  concept: slugSchema,
  weight: z.number().positive().default(1),
  /** Shown once caught, or when the trainer reveals it. */
  title: z.string().min(1),
  /** Shown by the feedback level. */
  hint: z.string().min(1),
  /** What the accident cost. */
  story: z.string().min(1),
  /** `assertion`: a kill by an exception does not count. */
  needs: z.literal('assertion').optional(),
  /** A timeout is a kill only where the mutant says so. */
  timeoutIsKill: z.boolean().default(false),
});

export const variantSchema = z.discriminatedUnion('kind', [correctVariantSchema, mutantSchema]);
export type Variant = z.infer<typeof variantSchema>;
export type Mutant = z.infer<typeof mutantSchema>;
export type CorrectVariant = z.infer<typeof correctVariantSchema>;
