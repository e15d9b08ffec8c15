import type { ExerciseView, Standing } from '@lakeproof/contracts';
import type { CatalogueExercise } from '@lakeproof/curriculum';
import type { ListedSubmission } from '@lakeproof/persistence';
import { submissionSummary } from '../submissions/submission-view.js';
import { exerciseSummary } from './curriculum-view.js';

/** An exercise as its learner works on it: never a variant, never a hidden file of reference/. */
export const exerciseView = (
  exercise: CatalogueExercise,
  standing: Standing | undefined,
  submissions: readonly ListedSubmission[],
): ExerciseView => ({
  ...exerciseSummary(exercise, standing),
  day: { slug: exercise.day.slug, title: exercise.day.title },
  instructionsHtml: exercise.instructionsHtml,
  visibleFiles: exercise.visibleFiles.map(({ path, content }) => ({ path, content })),
  starterFiles: exercise.starterFiles.map(({ path, content }) => ({ path, content })),
  limits: exercise.limits,
  submissions: submissions.map(submissionSummary),
});
