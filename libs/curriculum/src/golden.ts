import { z } from 'zod';
import { reasonSchema, slugSchema } from '@lakeproof/contracts';
import { entriesOf } from './content-files.js';
import type { Place } from './content-files.js';
import { ExerciseError } from './exercise-error.js';
import { readJson } from './json-file.js';

/** What grading one of the exercise's own submissions must come to. */
export const goldenOutcomeSchema = z.strictObject({
  /** Null when it is rejected, for `reason`. */
  score: z.number().min(0).max(1).nullable(),
  validTests: z.number().int().nonnegative(),
  falseAlarms: z.number().int().nonnegative(),
  /** Names of the mutants caught, or ids of the questions answered right, in the exercise's order. */
  caught: z.array(slugSchema),
  reason: reasonSchema.optional(),
});
export type GoldenOutcome = z.output<typeof goldenOutcomeSchema>;

/** golden.json: outcomes by submission (`solution`, `samples/weak`). */
export const goldenSchema = z.strictObject({
  /** Of what it was verified under; written until that moved into verified.json (decision 020). */
  digest: z.string().min(1).optional(),
  outcomes: z.record(
    z
      .string()
      .regex(/^(solution|samples\/[a-z0-9]+(-[a-z0-9]+)*)$/, 'must be "solution" or "samples/<name>"'),
    goldenOutcomeSchema,
  ),
  /** By hand: mutants that every submission catches by the same tests, and why each is worth having. */
  alike: z.array(z.strictObject({ mutants: z.array(slugSchema).min(2), why: z.string().min(20) })).optional(),
});
export type Golden = z.output<typeof goldenSchema>;

/**
 * Reads golden.json; undefined when there is none yet.
 * @param catchable names of the exercise's mutants, or ids of a quiz's questions
 * @throws ExerciseError, also when it names one the exercise doesn't have
 */
export async function readGolden(exercise: Place, catchable: readonly string[]): Promise<Golden | undefined> {
  const entries = (await entriesOf(exercise)) ?? [];
  if (!entries.some(({ name }) => name === 'golden.json')) return undefined;
  const place = { path: `${exercise.path}/golden.json`, label: `${exercise.label}/golden.json` };
  const golden = await readJson(place, goldenSchema);
  const problems = Object.entries(golden.outcomes).flatMap(([submission, { caught }]) =>
    caught.flatMap((name, index) =>
      catchable.includes(name)
        ? []
        : [
            {
              field: `outcomes.${submission}.caught.${String(index)}`,
              problem: `"${name}" is no mutant or question of this exercise`,
            },
          ],
    ),
  );
  if (problems.length > 0) throw new ExerciseError(place.label, problems);
  return golden;
}
