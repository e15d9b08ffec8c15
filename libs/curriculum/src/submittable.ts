import { inSandbox, submissionFilesSchema } from '@lakeproof/contracts';
import type { SubmissionFile } from '@lakeproof/contracts';
import type { Place } from './content-files.js';
import { ExerciseError } from './exercise-error.js';
import type { Quiz } from './exercise.js';
import { answersIn } from './quiz-answers.js';
import { submissionProblems } from './submission-rules.js';
import type { FileProblem, Guarded } from './submission-rules.js';

/**
 * What an exercise brings along as a submission must be something its learners may send.
 * @throws ExerciseError naming all that keeps them from it
 */
export function checkSubmittable(
  exercise: Guarded | Pick<Quiz, 'mode' | 'questions'>,
  files: readonly SubmissionFile[],
  place: Place,
): void {
  const limits = submissionFilesSchema.safeParse(files);
  const own: readonly FileProblem[] = inSandbox(exercise)
    ? submissionProblems(exercise, files)
    : answersIn(exercise, files).problems;
  const problems = [
    ...(limits.success ? [] : limits.error.issues.map(({ message }) => message)),
    ...own.map(({ message }) => message),
  ];
  if (problems.length > 0)
    throw new ExerciseError(
      place.label,
      problems.map((problem) => ({ field: '', problem })),
    );
}
