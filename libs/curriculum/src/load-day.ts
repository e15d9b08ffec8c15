import { inSandbox } from '@lakeproof/contracts';
import type { CatalogueDay, CatalogueExercise } from './catalogue.js';
import { entriesOf, inside, refuseLink, textOf } from './content-files.js';
import type { Place } from './content-files.js';
import type { CurriculumJson } from './curriculum-schema.js';
import { loadExercise } from './load-exercise.js';
import { renderMarkdown } from './markdown.js';
import { orProblem } from './or-problem.js';
import { loadLesson, loadMonday } from './pages/load-page.js';
import { renderQuestion } from './rendered-question.js';

/** A day as curriculum.json names it. */
export type ListedDay = CurriculumJson['days'][number];

/** Reads a day; what of it is broken is left out, and told as a problem. */
export async function loadDay(
  root: Place,
  listed: ListedDay,
): Promise<{ day: CatalogueDay; problems: string[] }> {
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
  return inSandbox(exercise)
    ? { ...exercise, ...taught }
    : { ...exercise, ...taught, questions: await Promise.all(exercise.questions.map(renderQuestion)) };
}
