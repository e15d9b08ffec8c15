import { basename, resolve } from 'node:path';
import { entriesOf, inside, refuseLink, textOf } from './content-files.js';
import type { Place } from './content-files.js';
import { curriculumSchema } from './curriculum-schema.js';
import type { CurriculumJson, Workshop } from './curriculum-schema.js';
import { ExerciseError, fileError } from './exercise-error.js';
import type { Quiz, SandboxExercise } from './exercise.js';
import { readJson } from './json-file.js';
import { loadExercise } from './load-exercise.js';
import { renderMarkdown } from './markdown.js';
import { linkProblems } from './pages/link-problems.js';
import { loadArticle, loadLesson, loadMonday, loadReferencePage } from './pages/load-page.js';
import type { Article, Lesson, ReferencePage } from './pages/page.js';
import { renderQuestion } from './rendered-question.js';
import type { RenderedQuestion } from './rendered-question.js';
import { loadTemplate } from './templates.js';
import type { Template } from './templates.js';

interface Taught {
  readonly day: { readonly slug: string; readonly title: string };
  /** README.md, rendered and sanitised. */
  readonly instructionsHtml: string;
}

export interface CatalogueSandboxExercise extends SandboxExercise, Taught {}
export interface CatalogueQuiz extends Quiz, Taught {
  readonly questions: readonly RenderedQuestion[];
}
export type CatalogueExercise = CatalogueSandboxExercise | CatalogueQuiz;

export interface CatalogueDay {
  readonly slug: string;
  readonly title: string;
  /** day.md, rendered and sanitised. */
  readonly introHtml: string;
  readonly lessons: readonly Lesson[];
  /** What to take to work; undefined while it isn't written. */
  readonly monday: Lesson | undefined;
  readonly exercises: readonly CatalogueExercise[];
  /** Exercises that could not be loaded, each with what to mend. */
  readonly unavailable: readonly { readonly slug: string; readonly problem: string }[];
}

/** Everything under exercises/ that could be loaded, in the order it is taught. */
export interface Catalogue {
  readonly workshop: Workshop;
  readonly days: readonly CatalogueDay[];
  readonly articles: readonly Article[];
  readonly reference: readonly ReferencePage[];
  readonly templates: readonly Template[];
  /** By slug. */
  readonly exercises: ReadonlyMap<string, CatalogueExercise>;
  /** What could not be loaded, and links that lead nowhere, as sentences that name file and field. Empty when all is well. */
  readonly problems: readonly string[];
}

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

type ListedDay = CurriculumJson['days'][number];

async function loadDay(root: Place, listed: ListedDay): Promise<{ day: CatalogueDay; problems: string[] }> {
  const place = inside(root, listed.slug);
  const { slug, title } = listed;
  const intro = await orProblem(() => introOf(place, listed));
  const lessons = await Promise.all(
    listed.lessons.map((lesson) => orProblem(() => loadLesson(place, lesson))),
  );
  const monday = await orProblem(() => loadMonday(place));
  const exercises = await Promise.all(
    listed.exercises.map(async (exercise) => ({
      slug: exercise,
      ...(await orProblem(() => loadCatalogueExercise(place, exercise, { slug, title }))),
    })),
  );
  const unavailable = exercises.flatMap((tried) =>
    tried.problem === undefined ? [] : [{ slug: tried.slug, problem: tried.problem }],
  );
  return {
    day: {
      slug,
      title,
      introHtml: intro.value ?? '',
      lessons: lessons.flatMap(({ value }) => value ?? []),
      monday: monday.value,
      exercises: exercises.flatMap(({ value }) => value ?? []),
      unavailable,
    },
    problems: [intro, ...lessons, monday, ...exercises].flatMap(({ problem }) => problem ?? []),
  };
}

/** A day that is only announced, without a lesson or an exercise, needs no day.md yet. */
async function introOf(place: Place, { lessons, exercises }: ListedDay): Promise<string> {
  await refuseLink(place);
  const entries = (await entriesOf(place)) ?? [];
  const announced = lessons.length === 0 && exercises.length === 0;
  if (announced && !entries.some(({ name }) => name === 'day.md')) return '';
  return renderMarkdown(await textOf(inside(place, 'day.md')));
}

async function loadCatalogueExercise(
  dayPlace: Place,
  slug: string,
  day: CatalogueExercise['day'],
): Promise<CatalogueExercise> {
  const place = inside(dayPlace, slug);
  await refuseLink(dayPlace);
  await refuseLink(place);
  const exercise = await loadExercise(place.path, place.label);
  const taught = { day, instructionsHtml: await renderMarkdown(exercise.readme) };
  return exercise.mode === 'quiz'
    ? { ...exercise, ...taught, questions: await Promise.all(exercise.questions.map(renderQuestion)) }
    : { ...exercise, ...taught };
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

type Tried<T> = { value: T; problem?: undefined } | { value?: undefined; problem: string };

/** What was loaded, or what the author has to mend. Other errors are ours, and stay errors. */
async function orProblem<T>(load: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { value: await load() };
  } catch (error) {
    if (error instanceof ExerciseError) return { problem: error.message };
    throw error;
  }
}

async function eachOrProblem<T>(
  slugs: readonly string[],
  load: (slug: string) => Promise<T>,
): Promise<{ values: T[]; problems: string[] }> {
  const tried = await Promise.all(slugs.map((slug) => orProblem(() => load(slug))));
  return {
    values: tried.flatMap(({ value }) => (value === undefined ? [] : [value])),
    problems: tried.flatMap(({ problem }) => problem ?? []),
  };
}
