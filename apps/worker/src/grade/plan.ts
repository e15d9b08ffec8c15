import {
  DomainError,
  inSandbox,
  type Rubric,
  type SubmissionFiles,
  type SubmissionKind,
} from '@lakeproof/contracts';
import { rubricOf, type Exercise } from '@lakeproof/curriculum';
import { gradingPlan, type GradingPlan } from '@lakeproof/grader';
import type { Exercises } from './exercises.js';

/** Of a rubric, what a verdict lists that says nothing of them. */
export type Listed = Pick<Rubric, 'points' | 'variants'>;

/** What to run, or why it can't be: `lasting` when another try would meet the same. */
export type Plan =
  | (GradingPlan & { readonly exercise: Exercise })
  | {
      readonly problem: string;
      readonly lasting: boolean;
      readonly rubric: Listed;
      readonly exercise?: Exercise;
    };

const nothing: Listed = { points: 0, variants: [] };

/** Decides what a sandbox has to run for a submission; a `run` meets the reference alone. */
export function planOf(
  exercises: Exercises,
  { exercise: slug, files, kind }: { exercise: string; files: SubmissionFiles; kind: SubmissionKind },
): Plan {
  const exercise = exercises.bySlug(slug);
  if (!exercise)
    return {
      problem: `This worker knows no exercise ${slug}: are its exercises those of the API?`,
      lasting: false,
      rubric: nothing,
    };
  if (!inSandbox(exercise))
    return {
      problem: `${slug} is of mode ${exercise.mode}, which the API grades: it became so after this was sent.`,
      lasting: true,
      rubric: nothing,
      exercise,
    };
  const names = kind === 'run' ? ['reference'] : undefined;
  try {
    return { exercise, ...gradingPlan(exercise, files, names) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { problem: error.detail, lasting: true, rubric: rubricOf(exercise, names), exercise };
  }
}
