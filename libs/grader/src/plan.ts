import type { Rubric, SandboxJob, SubmissionFiles } from '@lakeproof/contracts';
import { gradingJob, rubricOf, type SandboxExercise } from '@lakeproof/curriculum';

/** What a sandbox has to run, and what its report is judged by: both of the same variants. */
export interface GradingPlan {
  readonly job: SandboxJob;
  readonly rubric: Rubric;
}

/**
 * How one submission to an exercise is graded.
 *
 * @param names the variants it meets (`['reference']` for a run); all unless told
 * @throws DomainError for files that may not be submitted, and for a variant the exercise doesn't have
 */
export const gradingPlan = (
  exercise: SandboxExercise,
  files: SubmissionFiles,
  names?: readonly string[],
): GradingPlan => ({ job: gradingJob(exercise, files, names), rubric: rubricOf(exercise, names) });
