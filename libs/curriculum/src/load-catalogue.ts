import { basename, resolve } from 'node:path';
import type { Catalogue, CatalogueDay } from './catalogue.js';
import { entriesOf, inside } from './content-files.js';
import type { Place } from './content-files.js';
import { curriculumSchema } from './curriculum-schema.js';
import { fileError } from './exercise-error.js';
import { readJson } from './json-file.js';
import { loadDay, type ListedDay } from './load-day.js';
import { eachOrProblem, orProblem } from './or-problem.js';
import { linkProblems } from './pages/link-problems.js';
import { loadArticle, loadReferencePage } from './pages/load-page.js';
import { loadTemplate } from './templates.js';

/**
 * Reads the whole of exercises/. A broken exercise, page or template is left out and listed among the
 * problems: one mistake must not keep a class from starting.
 * @throws ExerciseError when curriculum.json itself can't be used
 */
export async function loadCatalogue(dir: string): Promise<Catalogue> {
  const root: Place = { path: dir, label: basename(resolve(dir)) };
  const curriculum = await readJson(inside(root, 'curriculum.json'), curriculumSchema);
  const { workshop, days: listed } = curriculum;
  const problems: string[] = [];
  const days: CatalogueDay[] = [];
  for (const day of listed) {
    const loaded = await loadDay(root, day);
    days.push(loaded.day);
    problems.push(...loaded.problems);
  }
  problems.push(...(await unlisted(root, listed)));
  const articles = await eachOrProblem(curriculum.articles, (slug) => loadArticle(root, slug));
  const reference = await eachOrProblem(curriculum.reference, (slug) => loadReferencePage(root, slug));
  const templates = await eachOrProblem(curriculum.templates, (slug) => loadTemplate(root, slug));
  const exercises = new Map(
    days.flatMap((day) => day.exercises).map((exercise) => [exercise.slug, exercise]),
  );
  const pages = { days, exercises, articles: articles.values, reference: reference.values };
  return {
    workshop,
    ...pages,
    templates: templates.values,
    problems: [
      ...problems,
      ...articles.problems,
      ...reference.problems,
      ...templates.problems,
      ...linkProblems(pages),
    ],
  };
}

/** Folders of a day that are no exercises: its lessons, and the diagrams of its Monday page. */
const pageFolders = new Set(['lessons', 'diagrams']);

/** Exercises on the disk that nobody would ever see. */
async function unlisted(root: Place, days: readonly ListedDay[]): Promise<string[]> {
  const found = await Promise.all(
    days.map(async (day) => {
      const place = inside(root, day.slug);
      const entries = (await orProblem(() => entriesOf(place))).value ?? [];
      return entries
        .filter(
          (entry) =>
            entry.isDirectory() && !pageFolders.has(entry.name) && !day.exercises.includes(entry.name),
        )
        .map(
          ({ name }) =>
            fileError(inside(place, name).label, 'is not in curriculum.json: no one will see it').message,
        );
    }),
  );
  return found.flat();
}
