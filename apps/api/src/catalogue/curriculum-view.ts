import type { CurriculumView, ExerciseSummary, Standing } from '@lakeproof/contracts';
import type { Catalogue, CatalogueExercise } from '@lakeproof/curriculum';

const notBegun: Standing = { attempts: 0, bestScore: null, points: null };

type Summarised = Omit<CatalogueExercise, 'instructionsHtml' | 'day'>;

/** An exercise as a line of the curriculum. Of its variants only the numbers are told. */
export function exerciseSummary(exercise: Summarised, standing: Standing | undefined): ExerciseSummary {
  const bugs = exercise.variants.filter(({ kind }) => kind === 'mutant').length;
  return {
    slug: exercise.slug,
    title: exercise.title,
    mode: exercise.mode,
    engine: exercise.engine,
    concepts: [...exercise.concepts],
    minutes: exercise.minutes,
    points: exercise.points,
    bugs,
    correctVersions: exercise.variants.length - bugs,
    standing: standing ?? notBegun,
  };
}

/**
 * The days with their exercises and the person's standings.
 * @param viewer.trains trainers are told which exercises could not be loaded, and why
 */
export const curriculumView = (
  { workshop, days }: Pick<Catalogue, 'workshop' | 'days'>,
  standings: ReadonlyMap<string, Standing>,
  viewer: { readonly trains: boolean },
): CurriculumView => ({
  workshop: { title: workshop.title, trainer: workshop.trainer },
  days: days.map(({ slug, title, introHtml, exercises, unavailable }) => ({
    slug,
    title,
    introHtml,
    exercises: exercises.map((exercise) => exerciseSummary(exercise, standings.get(exercise.slug))),
    unavailable: viewer.trains ? unavailable.map(({ slug, problem }) => ({ slug, problem })) : [],
  })),
});
