import { inSandbox, type SubmissionView } from '@lakeproof/contracts';
import type { CatalogueExercise } from '@lakeproof/curriculum';
import { integrityFor, type Viewer, viewOf } from '@lakeproof/grading';
import type { SubmissionRecord } from '@lakeproof/persistence';
import { submissionSummary } from '../catalogue/submission-summary.js';
import { quizOutcome } from './quiz-outcome.js';

/** A submission with its files and its verdict as this viewer may see it; integrity notes for trainers alone. */
export const submissionView = (
  submission: SubmissionRecord,
  exercise: CatalogueExercise | undefined,
  viewer: Viewer,
): SubmissionView => {
  const integrity = integrityFor(submission.integrity, viewer);
  return {
    ...submissionSummary(submission),
    files: submission.files,
    ...(!exercise || inSandbox(exercise)
      ? {
          verdict: submission.verdict && viewOf(submission.verdict, exercise?.variants ?? [], viewer),
          questions: null,
        }
      : quizOutcome(submission, exercise, viewer)),
    ...(integrity && { integrity }),
  };
};
