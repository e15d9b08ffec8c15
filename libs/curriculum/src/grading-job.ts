import { DomainError } from '@lakeproof/contracts';
import type { SandboxJob, SubmissionFiles } from '@lakeproof/contracts';
import type { SandboxExercise } from './exercise.js';
import { chosenVariants } from './rubric.js';
import { submissionProblems, withoutCopies } from './submission-rules.js';

/**
 * All a sandbox needs to run one submission. Pass the same names to `rubricOf`.
 * @param names the variants to run (`['reference']` for a run); all unless told
 * @throws DomainError `invalid-files` naming each file that may not be submitted, `invalid-request`
 *   for a variant the exercise doesn't have
 */
export function gradingJob(
  exercise: SandboxExercise,
  files: SubmissionFiles,
  names?: readonly string[],
): SandboxJob {
  const problems = submissionProblems(exercise, files);
  if (problems.length > 0)
    throw new DomainError('invalid-files', problems.map(({ message }) => message).join(' '), problems);
  return {
    mode: exercise.mode,
    engine: exercise.engine,
    reference: exercise.reference,
    submission: withoutCopies(exercise, files),
    variants: chosenVariants(exercise, names).map(({ name, kind, conf }) => ({
      name,
      kind,
      conf: conf ?? {},
      overlay: exercise.overlays.get(name) ?? [],
    })),
    limits: exercise.limits,
  };
}
