import { z } from 'zod';
import { slugSchema } from '@lakeproof/contracts';
import { mondaySlug } from './pages/monday-slug.js';
import { repeated } from './repeated.js';

/** The workshop's own facts: data, so that another workshop can be taught with the same platform. */
export const workshopSchema = z.strictObject({
  title: z.string().min(1),
  trainer: z.string().min(1),
  /** For a cohort, whatever the number of its seats. */
  feeEur: z.number().nonnegative(),
  seats: z.number().int().positive(),
  /** What a day of an engineer costs, for the bug-hunt calculator. */
  dayRateEur: z.number().nonnegative(),
  modes: z.array(slugSchema).min(1),
});
export type Workshop = z.output<typeof workshopSchema>;

const listOfSlugs = z.array(slugSchema).superRefine((slugs, context) => {
  for (const { index, value } of repeated(slugs))
    context.addIssue({ code: 'custom', path: [index], message: `"${value}" is there twice` });
});

/** curriculum.json: days, their lessons and exercises, and what stands beside the days, in order. */
export const curriculumSchema = z
  .strictObject({
    $schema: z.string().optional(),
    workshop: workshopSchema,
    days: z
      .array(
        z.strictObject({
          slug: slugSchema,
          title: z.string().min(1),
          lessons: listOfSlugs,
          exercises: z.array(slugSchema),
        }),
      )
      .min(1),
    /** Public pages, in `articles/`. */
    articles: listOfSlugs.default([]),
    /** Pages to look things up in, in `reference/`. */
    reference: listOfSlugs.default([]),
    /** Whole projects to take home, in `templates/`. */
    templates: listOfSlugs.default([]),
  })
  .superRefine(({ days }, context) => {
    for (const { index, value } of repeated(days.map(({ slug }) => slug)))
      context.addIssue({
        code: 'custom',
        path: ['days', index, 'slug'],
        message: `"${value}" is there twice`,
      });
    days.forEach(({ lessons, exercises }, day) => {
      lessons.forEach((slug, index) => {
        if (slug === mondaySlug || exercises.includes(slug))
          context.addIssue({
            code: 'custom',
            path: ['days', day, 'lessons', index],
            message: `"${slug}" is the address of ${slug === mondaySlug ? "the day's Monday page" : 'an exercise of the day'}`,
          });
      });
    });
    const places = days.flatMap(({ exercises }, day) =>
      exercises.map((slug, index) => ({ day, slug, index })),
    );
    for (const { index, value } of repeated(places.map(({ slug }) => slug))) {
      const place = places[index];
      if (!place) continue;
      context.addIssue({
        code: 'custom',
        path: ['days', place.day, 'exercises', place.index],
        message: `"${value}" is there twice: an exercise's slug is its address`,
      });
    }
  });
export type CurriculumJson = z.output<typeof curriculumSchema>;
