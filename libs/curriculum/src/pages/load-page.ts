import { parse } from 'yaml';
import { z } from 'zod';
import { engineSchema, slugSchema } from '@lakeproof/contracts';
import { entriesOf, inside, refuseLink, textOf } from '../content-files.js';
import type { Place } from '../content-files.js';
import { ExerciseError, fileError } from '../exercise-error.js';
import { parsed } from '../json-file.js';
import { loadDiagram } from './diagram.js';
import { markdownTree } from './markdown-tree.js';
import { mondaySlug } from './monday-slug.js';
import type { Article, Lesson, Page, ReferencePage } from './page.js';
import { renderPage } from './render-page.js';

const title = z.string().min(1);
const engine = engineSchema.default('classic');
const minutes = z.number().int().positive();
const concepts = z.array(slugSchema);
const summary = z.string().min(1);

const lessonMatter = z.strictObject({ title, minutes, concepts, engine });
const mondayMatter = z.strictObject({ title, minutes, concepts: concepts.default([]), engine });
const articleMatter = z.strictObject({
  title,
  minutes,
  summary,
  concepts,
  lab: slugSchema.optional(),
  engine,
});
const referenceMatter = z.strictObject({ title, summary, engine });

/**
 * Reads lessons/NN-slug.md of a day.
 * @throws ExerciseError naming file, line or field of all that is wrong
 */
export async function loadLesson(day: Place, slug: string): Promise<Lesson> {
  const folder = inside(day, 'lessons');
  const entries = (await entriesOf(folder)) ?? [];
  const found = entries.find(({ name }) => /^\d\d-(.+)\.md$/.exec(name)?.[1] === slug);
  if (!found) throw fileError(folder.label, `has no file NN-${slug}.md`);
  return loadPage(folder, found.name, slug, lessonMatter);
}

/** monday.md of a day; undefined while it isn't written. */
export async function loadMonday(day: Place): Promise<Lesson | undefined> {
  const entries = (await entriesOf(day)) ?? [];
  if (!entries.some(({ name }) => name === 'monday.md')) return undefined;
  return loadPage(day, 'monday.md', mondaySlug, mondayMatter);
}

/** articles/slug.md. */
export async function loadArticle(root: Place, slug: string): Promise<Article> {
  const { lab, ...page } = await loadPage(inside(root, 'articles'), `${slug}.md`, slug, articleMatter);
  return { ...page, lab };
}

/** reference/slug.md. */
export const loadReferencePage = (root: Place, slug: string): Promise<ReferencePage> =>
  loadPage(inside(root, 'reference'), `${slug}.md`, slug, referenceMatter);

async function loadPage<S extends z.ZodType<{ title: string; engine: Page['engine'] }>>(
  folder: Place,
  name: string,
  slug: string,
  schema: S,
): Promise<z.output<S> & Page> {
  await refuseLink(folder);
  const place = inside(folder, name);
  const markdown = await textOf(place);
  const matter = frontMatter(place, markdown, schema);
  const { root, blocks, links, diagrams: names, problems } = markdownTree(markdown);
  if (problems.length > 0) throw new ExerciseError(place.label, problems);
  const drawings = inside(folder, 'diagrams');
  await refuseLink(drawings);
  const diagrams = new Map(
    await Promise.all(
      names.map(async (file) => [`diagrams/${file}`, await loadDiagram(inside(drawings, file))] as const),
    ),
  );
  return { ...matter, slug, label: place.label, ...(await renderPage(root, diagrams)), blocks, links };
}

function frontMatter<S extends z.ZodType>(place: Place, markdown: string, schema: S): z.output<S> {
  const matter = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(markdown)?.[1];
  if (matter === undefined)
    throw fileError(place.label, 'must start with front matter: title and more between two lines ---');
  let raw: unknown;
  try {
    raw = parse(matter);
  } catch (error) {
    throw fileError(
      place.label,
      `front matter is not YAML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return parsed(place.label, schema, raw);
}
