import { DomainError } from '@lakeproof/contracts';
import type { Rubric, Variant } from '@lakeproof/contracts';
import type { SandboxExercise } from './exercise.js';

/**
 * What grading needs of an exercise.
 * @param names the variants that are run; all unless told. Give the same ones to `gradingJob`.
 * @throws DomainError `invalid-request` for a name the exercise doesn't have
 */
export function rubricOf(exercise: SandboxExercise, names?: readonly string[]): Rubric {
  const { mode, points, hiddenTests, limits } = exercise;
  return {
    mode,
    points,
    variants: chosenVariants(exercise, names),
    limits,
    ...(hiddenTests.length > 0 && { hiddenTests }),
  };
}

/**
 * The exercise's variants of these names, in its order. `reference` is always among them: without a
 * correct version no test could be valid, and nothing could be said of the others.
 */
export function chosenVariants(exercise: SandboxExercise, names?: readonly string[]): readonly Variant[] {
  if (!names) return exercise.variants;
  const known = exercise.variants.map(({ name }) => name);
  const stranger = names.find((name) => !known.includes(name));
  if (stranger !== undefined)
    throw new DomainError(
      'invalid-request',
      `${exercise.slug} has no variant "${stranger}". It has: ${known.join(', ')}.`,
    );
  return exercise.variants.filter(({ name }) => name === 'reference' || names.includes(name));
}
