import { z } from 'zod';
import {
  engineSchema,
  exerciseLimitsSchema,
  exerciseModes,
  filePathSchema,
  optionsByMode,
  questionSchema,
  type SandboxMode,
  slugSchema,
  variantSchema,
} from '@lakeproof/contracts';
import { repeated } from './repeated.js';

/** Fewer correct variants let flaky and overfitted tests through, fewer mutants measure nothing. */
const fewest = { correct: 3, mutants: 5 } as const;

const variants = z.array(variantSchema).superRefine((list, context) => {
  const [first] = list;
  if (first?.name !== 'reference' || first.kind !== 'correct' || first.conf)
    context.addIssue({
      code: 'custom',
      path: [0],
      message:
        'must be { "name": "reference", "kind": "correct" }: the plain content of reference/ comes first',
    });
  repeated(list.map(({ name }) => name)).forEach(({ index, value }) => {
    context.addIssue({
      code: 'custom',
      path: [index, 'name'],
      message: `"${value}" is the name of two variants`,
    });
  });
  list.forEach((variant, index) => {
    if (variant.kind === 'mutant' && variant.needs === 'assertion' && variant.timeoutIsKill)
      context.addIssue({
        code: 'custom',
        path: [index, 'timeoutIsKill'],
        message: 'contradicts "needs": "assertion": a timeout is no assertion',
      });
  });
});

const common = {
  $schema: z.string().optional(),
  title: z.string().min(1),
  concepts: z.array(slugSchema).min(1).refine(isUnique, 'must name each concept once'),
  minutes: z.number().int().positive().max(480),
  points: z.number().positive().max(1000),
};

const inSandbox = {
  ...common,
  engine: engineSchema,
  /** Files of reference/ the learner sees, read-only. */
  visible: z.array(filePathSchema).refine(isUnique, 'must name each file once'),
  /** Files of starter/ the learner sends back. */
  editable: z.array(filePathSchema).min(1).refine(isUnique, 'must name each file once'),
  limits: exerciseLimitsSchema.prefault({}),
};

/** The learner writes tests, graded by correct variants and mutants. */
const testsExercise = z
  .strictObject({ ...inSandbox, mode: z.literal('tests'), variants })
  .superRefine((exercise, context) => {
    const mutants = exercise.variants.filter(({ kind }) => kind === 'mutant').length;
    const correct = exercise.variants.length - mutants;
    if (correct < fewest.correct)
      context.addIssue({
        code: 'custom',
        path: ['variants'],
        message: `has ${String(correct)} correct variants: mode "tests" needs at least ${String(fewest.correct)}`,
      });
    if (mutants < fewest.mutants)
      context.addIssue({
        code: 'custom',
        path: ['variants'],
        message: `has ${String(mutants)} mutants: mode "tests" needs at least ${String(fewest.mutants)}`,
      });
    const concepts = exercise.variants.map((variant) =>
      variant.kind === 'mutant' ? variant.concept : undefined,
    );
    for (const { index, message } of foreignConcepts(concepts, exercise.concepts))
      context.addIssue({ code: 'custom', path: ['variants', index, 'concept'], message });
  });

/** A test in reference/ that the learner's code has to pass. */
const hiddenTestSchema = z.strictObject({
  /** As pytest gives it, without parameters: `test_refactored.py::test_keeps_nulls`. */
  id: z.string().regex(/^[^:[\]]+\.py(::[^:[\]]+)+$/, 'must look like test_orders.py::test_name'),
  weight: z.number().positive().default(1),
});

/** The learner writes code, graded by hidden tests on every variant. */
const codeExercise = z
  .strictObject({
    ...inSandbox,
    mode: z.literal('code'),
    variants,
    hiddenTests: z.array(hiddenTestSchema).min(1),
  })
  .superRefine((exercise, context) => {
    exercise.variants.forEach(({ kind }, index) => {
      if (kind === 'mutant')
        context.addIssue({
          code: 'custom',
          path: ['variants', index, 'kind'],
          message: 'must be "correct": in mode "code" hidden tests find the bugs, not mutants',
        });
    });
    repeated(exercise.hiddenTests.map(({ id }) => id)).forEach(({ index, value }) => {
      context.addIssue({
        code: 'custom',
        path: ['hiddenTests', index, 'id'],
        message: `"${value}" is named twice`,
      });
    });
  });

/** Questions, graded at once without a sandbox. */
const quizExercise = z
  .strictObject({ ...common, mode: z.literal('quiz'), questions: z.array(questionSchema).min(3) })
  .superRefine(({ questions, concepts }, context) => {
    for (const { index, value } of repeated(questions.map(({ id }) => id)))
      context.addIssue({
        code: 'custom',
        path: ['questions', index, 'id'],
        message: `"${value}" is the id of two questions`,
      });
    const asked = questions.map(({ concept }) => concept);
    for (const { index, message } of foreignConcepts(asked, concepts))
      context.addIssue({ code: 'custom', path: ['questions', index, 'concept'], message });
  });

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** exercise.json. What depends on other files of the exercise is checked by `loadExercise`. */
export const exerciseSchema = z.discriminatedUnion(
  'mode',
  optionsByMode({ tests: testsExercise, code: codeExercise, quiz: quizExercise }),
  { error: `must be ${anyOf.format(exerciseModes.map((mode) => `"${mode}"`))}` },
);
export type ExerciseJson = z.output<typeof exerciseSchema>;
export type SandboxExerciseJson = Extract<ExerciseJson, { mode: SandboxMode }>;

function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

/** Concepts that the exercise doesn't name, by the place of the mutant or question that has one. */
function foreignConcepts(
  used: readonly (string | undefined)[],
  concepts: readonly string[],
): { index: number; message: string }[] {
  return used.flatMap((concept, index) =>
    concept === undefined || concepts.includes(concept)
      ? []
      : [
          {
            index,
            message: `"${concept}" is not in "concepts" (${concepts.join(', ')}): add it there, or use one of them`,
          },
        ],
  );
}
