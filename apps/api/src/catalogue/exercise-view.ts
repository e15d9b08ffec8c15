import { type ExerciseView, inSandbox, type Standing } from '@lakeproof/contracts';
import type { CatalogueExercise } from '@lakeproof/curriculum';
import type { ListedSubmission } from '@lakeproof/persistence';
import { quizSummary, sandboxSummary } from './curriculum-view.js';
import { questionView } from './question-view.js';
import { submissionSummary } from './submission-summary.js';

/**
 * An exercise as its learner works on it: never a variant, never a hidden file of reference/, and of a
 * quiz neither what is right nor why.
 */
export function exerciseView(
  exercise: CatalogueExercise,
  standing: Standing | undefined,
  submissions: readonly ListedSubmission[],
): ExerciseView {
  const common = {
    day: { slug: exercise.day.slug, title: exercise.day.title },
    instructionsHtml: exercise.instructionsHtml,
    submissions: submissions.map(submissionSummary),
  };
  if (!inSandbox(exercise))
    return {
      ...quizSummary(exercise, standing),
      ...common,
      questions: exercise.questions.map(questionView),
    };
  return {
    ...sandboxSummary(exercise, standing),
    ...common,
    visibleFiles: exercise.visibleFiles.map(({ path, content }) => ({ path, content })),
    starterFiles: exercise.starterFiles.map(({ path, content }) => ({ path, content })),
    limits: exercise.limits,
  };
}
