import type { SubmissionFiles, Variant, Verdict } from '@lakeproof/contracts';
import type { Exercise, Golden } from '@lakeproof/curriculum';
import type { SandboxPool } from '@lakeproof/sandbox';
import { gradeOwn } from './grade-own.js';
import { differences, outcomeOf } from './outcome.js';
import { packProblems } from './pack.js';
import {
  alikeProblems,
  exemplarProblems,
  quizProblems,
  uncoveredConcepts,
  weakSampleProblems,
  type Verdicts,
} from './rules.js';

export interface Candidate {
  readonly exercise: Exercise;
  /** Variants of all exercises of its day: together they cover the day's concepts. */
  readonly dayVariants: readonly Variant[];
  /** Its own, by the names golden.json gives them. */
  readonly submissions: ReadonlyMap<string, SubmissionFiles>;
  /** What it would be verified under now. */
  readonly digest: string;
}

export interface Verified {
  /** What it came to, to be written as golden.json. */
  readonly golden: Golden;
  /** Rules of the format that don't hold: to be mended in the exercise, never by an update. */
  readonly broken: readonly string[];
  /** How the outcomes differ from golden.json. */
  readonly changed: readonly string[];
}

/** Grades an exercise's own submissions, one sandbox each (a quiz needs none), and holds them against every rule of the format. */
export async function verifyExercise(
  { exercise, dayVariants, submissions, digest }: Candidate,
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Verified> {
  const verdicts = new Map<string, Verdict>();
  for (const [name, files] of submissions) verdicts.set(name, await gradeOwn(exercise, files, pool, signal));
  const outcomes = new Map([...verdicts].map(([name, verdict]) => [name, outcomeOf(verdict)]));
  const alike = exercise.golden?.alike;
  return {
    golden: { digest, outcomes: Object.fromEntries(outcomes), ...(alike && { alike }) },
    broken: [
      ...(exercise.mode === 'quiz' ? [] : packProblems(exercise)),
      ...brokenRules(exercise, dayVariants, verdicts),
    ],
    changed: [
      ...[...outcomes].flatMap(([name, seen]) => differences(name, exercise.golden?.outcomes[name], seen)),
      ...Object.keys(exercise.golden?.outcomes ?? {})
        .filter((name) => !outcomes.has(name))
        .map((name) => `${name}: is in golden.json, but there is no such submission`),
    ],
  };
}

function brokenRules(exercise: Exercise, dayVariants: readonly Variant[], verdicts: Verdicts): string[] {
  const failed = [...verdicts]
    .filter(([, { state }]) => state === 'failed')
    .map(([name, { message }]) => `${name}: could not be graded: ${message ?? ''}`);
  const solution = verdicts.get('solution');
  if (failed.length > 0 || !solution) return failed;
  const outcomes = new Map([...verdicts].map(([name, verdict]) => [name, outcomeOf(verdict)]));
  const rules = [...exemplarProblems(solution), ...weakSampleProblems(outcomes)];
  if (exercise.mode === 'quiz') return [...rules, ...quizProblems(exercise, outcomes)];
  if (exercise.mode !== 'tests' || solution.state !== 'graded') return rules;
  const concepts = dayVariants.flatMap((variant) => (variant.kind === 'mutant' ? [variant.concept] : []));
  return [
    ...rules,
    ...alikeProblems(verdicts, exercise.golden?.alike),
    ...uncoveredConcepts(exercise.concepts, concepts).map(
      (concept) => `exercise.json: promises the concept ${concept}, but no mutant of the day stands for it`,
    ),
  ];
}
