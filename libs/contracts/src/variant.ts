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

const sentence = z.string().min(1);

/**
 * Help on a bug that survived: one hint, or three that go from a nudge to nearly the answer. The first
 * asks a question, the second names the place or the rule, the third says which data would show it.
 */
export const hintSchema = z.union([sentence, z.tuple([sentence, sentence, sentence])], {
  error: 'must be a text, or a list of exactly three: a question, the place, the data that would show it',
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
  hint: hintSchema,
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

/** A mutant's hints, from the first a learner opens to the last: one or three. */
export const hintsOf = ({ hint }: Pick<Mutant, 'hint'>): readonly string[] =>
  typeof hint === 'string' ? [hint] : hint;
