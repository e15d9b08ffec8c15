import { z } from 'zod';
import { slugSchema } from './ids.js';
import { exerciseLimitsSchema } from './limits.js';
import { submissionFileSchema } from './submission-files.js';
import { submissionSummarySchema } from './submission.js';

export const exerciseModeSchema = z.enum(['tests', 'code', 'quiz']);
export type ExerciseMode = z.infer<typeof exerciseModeSchema>;
export const engineSchema = z.enum(['classic', 'connect', 'cluster']);
export type Engine = z.infer<typeof engineSchema>;

/** A participant's standing on an exercise: the best verdict. */
export const standingSchema = z.strictObject({
  attempts: z.number().int().nonnegative(),
  /** 0 to 1; null before the first graded attempt. */
  bestScore: z.number().nullable(),
  points: z.number().nullable(),
});
export type Standing = z.infer<typeof standingSchema>;

export const exerciseSummarySchema = z.strictObject({
  slug: slugSchema,
  title: z.string(),
  mode: exerciseModeSchema,
  engine: engineSchema,
  concepts: z.array(slugSchema),
  minutes: z.number(),
  points: z.number(),
  /** Seeded bugs, and correct versions a test must let pass. */
  bugs: z.number().int(),
  correctVersions: z.number().int(),
  standing: standingSchema,
});
export type ExerciseSummary = z.infer<typeof exerciseSummarySchema>;

export const curriculumViewSchema = z.strictObject({
  workshop: z.strictObject({ title: z.string(), trainer: z.string() }),
  days: z.array(
    z.strictObject({
      slug: slugSchema,
      title: z.string(),
      /** day.md, rendered. */
      introHtml: z.string(),
      exercises: z.array(exerciseSummarySchema),
      /** Exercises that could not be loaded: named so that a trainer can tell. Empty for participants. */
      unavailable: z.array(z.strictObject({ slug: z.string(), problem: z.string() })),
    }),
  ),
});
export type CurriculumView = z.infer<typeof curriculumViewSchema>;

export const exerciseViewSchema = exerciseSummarySchema.extend({
  day: z.strictObject({ slug: slugSchema, title: z.string() }),
  /** README.md, rendered and sanitised. */
  instructionsHtml: z.string(),
  /** The code under test a learner may read. */
  visibleFiles: z.array(submissionFileSchema),
  /** What the editor opens with. */
  starterFiles: z.array(submissionFileSchema),
  limits: exerciseLimitsSchema,
  /** Newest first, own submissions only. */
  submissions: z.array(submissionSummarySchema),
});
export type ExerciseView = z.infer<typeof exerciseViewSchema>;
