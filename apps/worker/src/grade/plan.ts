import { DomainError, type Rubric, type SubmissionFiles, type SubmissionKind } from '@lakeproof/contracts';
import { rubricOf, type Exercise } from '@lakeproof/curriculum';
import { gradingPlan, type GradingPlan } from '@lakeproof/grader';
import type { Exercises } from './exercises.js';

/** What to run, or why it can't be: `lasting` when another try would meet the same. */
export type Plan =
  | (GradingPlan & { readonly exercise: Exercise })
  | {
      readonly problem: string;
      readonly lasting: boolean;
      readonly rubric: Rubric;
      readonly exercise?: Exercise;
    };

const unknownRubric: Rubric = { mode: 'tests', points: 0, variants: [] };

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
      rubric: unknownRubric,
    };
  if (exercise.mode === 'quiz')
    return {
      problem: `${slug} is a quiz, which the API grades: it became one after this was sent.`,
      lasting: true,
      rubric: unknownRubric,
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
