import { z } from 'zod';

/** How an exercise is worked on: tests are written, or code, or questions are answered. */
export const exerciseModes = ['tests', 'code', 'quiz'] as const;
export const exerciseModeSchema = z.enum(exerciseModes);
export type ExerciseMode = z.infer<typeof exerciseModeSchema>;

/** Who grades what is sent: a worker, in a sandbox, or the API at once (decision 011). */
const gradedBy = {
  tests: 'worker',
  code: 'worker',
  quiz: 'api',
} as const satisfies Record<ExerciseMode, 'worker' | 'api'>;

/** The modes that need a sandbox. */
export type SandboxMode = {
  [M in ExerciseMode]: (typeof gradedBy)[M] extends 'worker' ? M : never;
}[ExerciseMode];

export const sandboxModeSchema = z.enum(
  exerciseModes.filter((mode): mode is SandboxMode => gradedBy[mode] === 'worker'),
);

/** Of a union by mode, the part that is graded in a sandbox. */
export const inSandbox = <E extends { readonly mode: ExerciseMode }>(
  exercise: E,
): exercise is Extract<E, { readonly mode: SandboxMode }> => gradedBy[exercise.mode] === 'worker';

/** The options of a union by mode: a schema for each, so that none is forgotten. Modes may share one. */
export const optionsByMode = <S extends Record<ExerciseMode, z.core.$ZodTypeDiscriminable>>(schemas: S) =>
  [...new Set(exerciseModes.map((mode) => schemas[mode]))] as [S[ExerciseMode], ...S[ExerciseMode][]];
