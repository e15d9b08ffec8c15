import { parse } from 'yaml';
import { z } from 'zod';
import { slugSchema } from '@lakeproof/contracts';
import { entriesOf, inside, textOf } from './content-files.js';
import type { Place } from './content-files.js';
import { fileError } from './exercise-error.js';
import { parsed } from './json-file.js';
import { renderMarkdown } from './markdown.js';

const frontMatterSchema = z.strictObject({
  title: z.string().min(1),
  minutes: z.number().int().positive(),
  concepts: z.array(slugSchema),
});

export interface Lesson {
  readonly slug: string;
  readonly title: string;
  readonly minutes: number;
  readonly concepts: readonly string[];
  readonly html: string;
}

/**
 * Reads lessons/NN-slug.md of a day.
 * @throws ExerciseError when it is missing, or its front matter is
 */
export async function loadLesson(day: Place, slug: string): Promise<Lesson> {
  const folder = inside(day, 'lessons');
  const entries = (await entriesOf(folder)) ?? [];
  const found = entries.find(({ name }) => /^\d\d-(.+)\.md$/.exec(name)?.[1] === slug);
  if (!found) throw fileError(folder.label, `has no file NN-${slug}.md`);
  const place = inside(folder, found.name);
  const markdown = await textOf(place);
  const matter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(markdown)?.[1];
  if (matter === undefined)
    throw fileError(
      place.label,
      'must start with front matter: title, minutes and concepts between two lines ---',
    );
  let raw: unknown;
  try {
    raw = parse(matter);
  } catch (error) {
    throw fileError(
      place.label,
      `front matter is not YAML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return { slug, ...parsed(place.label, frontMatterSchema, raw), html: await renderMarkdown(markdown) };
}
