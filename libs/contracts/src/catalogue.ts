import { z } from 'zod';
import { slugSchema } from './ids.js';
import { exerciseLimitsSchema } from './limits.js';
import { optionsByMode, sandboxModeSchema } from './mode.js';
import { neverSent, openEnum, unknownWord } from './open-enum.js';
import { questionViewSchema } from './quiz.js';
import { submissionFileSchema } from './submission-files.js';
import { submissionSummarySchema } from './submission.js';

export const engineSchema = z.enum(['classic', 'connect', 'cluster']);
export type Engine = z.infer<typeof engineSchema>;

/** A participant's standing on an exercise: the best verdict; on a quiz the one on the first answers. */
export const standingSchema = z.strictObject({
  /** Without retries of a quiz. */
  attempts: z.number().int().nonnegative(),
  /** Of what counts, 0 to 1; null before the first graded attempt. */
  bestScore: z.number().nullable(),
  points: z.number().nullable(),
});
export type Standing = z.infer<typeof standingSchema>;

const summarised = {
  slug: slugSchema,
  title: z.string(),
  concepts: z.array(slugSchema),
  minutes: z.number(),
  points: z.number(),
  standing: standingSchema,
};

/** Of an exercise that is graded in a sandbox. */
const sandboxSummary = {
  ...summarised,
  mode: sandboxModeSchema,
  engine: openEnum(engineSchema),
  /** Seeded bugs; 0 in mode `code`. */
  bugs: z.number().int(),
  /** Mode `tests`: versions a test must let pass. Mode `code`: environments that the hidden tests run in. */
  correctVersions: z.number().int(),
  /** Tests that grade what is written in mode `code`; 0 in mode `tests`. */
  hiddenTestCount: z.number().int(),
};

/** Of an exercise to answer. */
const quizSummary = {
  ...summarised,
  mode: z.literal('quiz'),
  /** How many there are. */
  questionCount: z.number().int(),
};

/** Of an exercise whose mode its reader doesn't know, as much as is known of each. */
const unknownSummary = { ...summarised, mode: z.literal(unknownWord) };

const sandboxSummarySchema = z.strictObject(sandboxSummary);
export const exerciseSummarySchema = z.discriminatedUnion('mode', [
  ...optionsByMode({
    tests: sandboxSummarySchema,
    code: sandboxSummarySchema,
    quiz: z.strictObject(quizSummary),
  }),
  neverSent(unknownSummary),
]);
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

const viewed = {
  day: z.strictObject({ slug: slugSchema, title: z.string() }),
  /** README.md, rendered and sanitised. */
  instructionsHtml: z.string(),
  /** Newest first, own submissions only. */
  submissions: z.array(submissionSummarySchema),
};

const sandboxViewSchema = z.strictObject({
  ...sandboxSummary,
  ...viewed,
  /** The code under test a learner may read. */
  visibleFiles: z.array(submissionFileSchema),
  /** What the editor opens with. */
  starterFiles: z.array(submissionFileSchema),
  limits: exerciseLimitsSchema,
});
/** What the workspace opens of an exercise that is graded in a sandbox. */
export type SandboxExerciseView = z.infer<typeof sandboxViewSchema>;

const quizViewSchema = z.strictObject({
  ...quizSummary,
  ...viewed,
  questions: z.array(questionViewSchema),
});
export type QuizView = z.infer<typeof quizViewSchema>;

export const exerciseViewSchema = z.discriminatedUnion('mode', [
  ...optionsByMode({ tests: sandboxViewSchema, code: sandboxViewSchema, quiz: quizViewSchema }),
  neverSent({ ...unknownSummary, ...viewed }),
]);
export type ExerciseView = z.infer<typeof exerciseViewSchema>;
