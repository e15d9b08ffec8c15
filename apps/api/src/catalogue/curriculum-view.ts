import { type CurriculumView, type ExerciseSummary, inSandbox, type Standing } from '@lakeproof/contracts';
import type {
  Catalogue,
  CatalogueExercise,
  CatalogueQuiz,
  CatalogueSandboxExercise,
} from '@lakeproof/curriculum';

const notBegun: Standing = { attempts: 0, bestScore: null, points: null };

/** An exercise as a line of the curriculum. Of its variants and questions only the numbers are told. */
export const exerciseSummary = (
  exercise: CatalogueExercise,
  standing: Standing | undefined,
): ExerciseSummary =>
  inSandbox(exercise) ? sandboxSummary(exercise, standing) : quizSummary(exercise, standing);

const common = (
  { slug, title, concepts, minutes, points }: CatalogueExercise,
  standing: Standing | undefined,
) => ({ slug, title, concepts: [...concepts], minutes, points, standing: standing ?? notBegun });

export const quizSummary = (quiz: CatalogueQuiz, standing: Standing | undefined) => ({
  ...common(quiz, standing),
  mode: quiz.mode,
  questionCount: quiz.questions.length,
});

export function sandboxSummary(exercise: CatalogueSandboxExercise, standing: Standing | undefined) {
  const bugs = exercise.variants.filter(({ kind }) => kind === 'mutant').length;
  return {
    ...common(exercise, standing),
    mode: exercise.mode,
    engine: exercise.engine,
    bugs,
    correctVersions: exercise.variants.length - bugs,
    hiddenTestCount: exercise.hiddenTests.length,
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
