import { z } from 'zod';
import { slugSchema } from './ids.js';
import { exerciseModeSchema } from './mode.js';
import { openEnum } from './open-enum.js';

/** Text to read, rendered and sanitised on the server. */
const readable = {
  html: z.string(),
  /** Table of contents. */
  toc: z.array(
    z.strictObject({ id: z.string(), text: z.string(), level: z.union([z.literal(2), z.literal(3)]) }),
  ),
};

export const lessonSummarySchema = z.strictObject({
  slug: slugSchema,
  title: z.string(),
  minutes: z.number(),
  concepts: z.array(slugSchema),
});
export type LessonSummary = z.infer<typeof lessonSummarySchema>;

export const articleSummarySchema = lessonSummarySchema.extend({ summary: z.string() });
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

export const referenceSummarySchema = z.strictObject({
  slug: slugSchema,
  title: z.string(),
  summary: z.string(),
});
export type ReferenceSummary = z.infer<typeof referenceSummarySchema>;

const outlineDaySchema = z.strictObject({
  slug: slugSchema,
  title: z.string(),
  lessons: z.array(lessonSummarySchema),
  exercises: z.array(
    z.strictObject({
      slug: slugSchema,
      title: z.string(),
      mode: openEnum(exerciseModeSchema),
      minutes: z.number(),
      concepts: z.array(slugSchema),
    }),
  ),
  /** What to take to work; null while it isn't written. */
  monday: lessonSummarySchema.nullable(),
});
export type OutlineDay = z.infer<typeof outlineDaySchema>;

/** What the workshop holds, for everybody: titles and minutes, no text and no standings. */
export const outlineSchema = z.strictObject({
  workshop: z.strictObject({ title: z.string(), trainer: z.string() }),
  days: z.array(outlineDaySchema),
  articles: z.array(articleSummarySchema),
  reference: z.array(referenceSummarySchema),
});
export type Outline = z.infer<typeof outlineSchema>;

/** A lesson or an exercise on the way through a day. */
export const dayStepSchema = z.strictObject({
  kind: openEnum(z.enum(['lesson', 'exercise'])),
  slug: slugSchema,
  title: z.string(),
  minutes: z.number(),
});
export type DayStep = z.infer<typeof dayStepSchema>;

export const lessonViewSchema = lessonSummarySchema.extend({
  ...readable,
  day: z.strictObject({ slug: slugSchema, title: z.string() }),
  /** All of the day, in order, this lesson among them. */
  steps: z.array(dayStepSchema),
});
export type LessonView = z.infer<typeof lessonViewSchema>;

export const articleViewSchema = articleSummarySchema.extend({
  ...readable,
  /** Where to try it; null without one. */
  lab: z.strictObject({ day: slugSchema, slug: slugSchema, title: z.string() }).nullable(),
});
export type ArticleView = z.infer<typeof articleViewSchema>;

export const referenceViewSchema = referenceSummarySchema.extend(readable);
export type ReferenceView = z.infer<typeof referenceViewSchema>;

/** A whole project to download. */
export const templateSummarySchema = z.strictObject({
  slug: slugSchema,
  title: z.string(),
  summary: z.string(),
  files: z.number().int(),
  /** Size of its zip. */
  bytes: z.number().int(),
});
export type TemplateSummary = z.infer<typeof templateSummarySchema>;
