import {
  inSandbox,
  type SandboxMode,
  type SubmissionFiles,
  type Variant,
  type Verdict,
} from '@lakeproof/contracts';
import type { Exercise, Golden, GoldenOutcome, SandboxExercise } from '@lakeproof/curriculum';
import { gradeTogether, gradingPlan } from '@lakeproof/grader';
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
}

/** Which of an exercise's own submissions are graded, and how. */
export interface Grading {
  readonly names: ReadonlySet<string>;
  /** Each in a sandbox of its own, the way of every submission; else together where that comes to the same. */
  readonly apart: boolean;
}

export interface Verified {
  /** What it came to, to be written as golden.json. What was not graded keeps its outcome. */
  readonly golden: Golden;
  /** Outcomes of what was graded. */
  readonly came: ReadonlyMap<string, GoldenOutcome>;
  /** Rules of the format that don't hold: to be mended in the exercise, never by an update. */
  readonly broken: readonly string[];
  /** How the outcomes differ from golden.json. */
  readonly changed: readonly string[];
}

/** Grades an exercise's own submissions (a quiz needs no sandbox), and holds them against every rule of the format. */
export async function verifyExercise(
  { exercise, dayVariants, submissions }: Candidate,
  grading: Grading,
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Verified> {
  const chosen = new Map([...submissions].filter(([name]) => grading.names.has(name)));
  const verdicts = await verdictsOf(exercise, chosen, grading.apart, pool, signal);
  const came = new Map([...verdicts].map(([name, verdict]) => [name, outcomeOf(verdict)]));
  const { alike, outcomes: before = {} } = exercise.golden ?? {};
  const outcomes = new Map(
    [...submissions.keys()].flatMap((name) => {
      const outcome = came.get(name) ?? before[name];
      return outcome ? [[name, outcome] as const] : [];
    }),
  );
  return {
    golden: { outcomes: Object.fromEntries(outcomes), ...(alike && { alike }) },
    came,
    broken: [
      ...(inSandbox(exercise) ? packProblems(exercise) : []),
      ...brokenRules(exercise, dayVariants, verdicts, outcomes, chosen.size === submissions.size),
    ],
    changed: [
      ...[...came].flatMap(([name, seen]) => differences(name, before[name], seen)),
      ...Object.keys(before)
        .filter((name) => !submissions.has(name))
        .map((name) => `${name}: is in golden.json, but there is no such submission`),
    ],
  };
}

/** Whatever comes out otherwise than golden.json says is graded once more, alone: that is what stands. */
async function verdictsOf(
  exercise: Exercise,
  submissions: ReadonlyMap<string, SubmissionFiles>,
  apart: boolean,
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Map<string, Verdict>> {
  const quick =
    inSandbox(exercise) && !apart ? await quickVerdicts(exercise, submissions, pool, signal) : undefined;
  const verdicts = new Map<string, Verdict>();
  for (const [name, files] of submissions) {
    const verdict = quick?.get(name);
    const golden = exercise.golden?.outcomes[name];
    const holds = verdict && differences(name, golden, outcomeOf(verdict)).length === 0;
    verdicts.set(name, holds ? verdict : await gradeOwn(exercise, files, pool, signal));
  }
  return verdicts;
}

/** Those that are to be graded; a suite that is to be rejected may take all the time or memory there is. */
async function quickVerdicts(
  exercise: SandboxExercise,
  submissions: ReadonlyMap<string, SubmissionFiles>,
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Map<string, Verdict> | undefined> {
  const outcomes = exercise.golden?.outcomes ?? {};
  const graded = [...submissions].filter(([name]) => outcomes[name] && !outcomes[name].reason);
  if (graded.length === 0) return new Map();
  const plans = new Map(graded.map(([name, files]) => [name, gradingPlan(exercise, files)]));
  return gradeTogether(plans, await pool.take(), signal);
}

/** Whether mutants stand for what the exercise is about. */
const seedsBugs: Record<SandboxMode, boolean> = { tests: true, code: false };

function brokenRules(
  exercise: Exercise,
  dayVariants: readonly Variant[],
  verdicts: Verdicts,
  outcomes: ReadonlyMap<string, GoldenOutcome>,
  areAll: boolean,
): string[] {
  const failed = [...verdicts]
    .filter(([, { state }]) => state === 'failed')
    .map(([name, { message }]) => `${name}: could not be graded: ${message ?? ''}`);
  if (failed.length > 0) return failed;
  const solution = verdicts.get('solution');
  const rules = [...(solution ? exemplarProblems(solution) : []), ...weakSampleProblems(outcomes)];
  if (!inSandbox(exercise)) return [...rules, ...quizProblems(exercise, outcomes)];
  if (!seedsBugs[exercise.mode] || (solution && solution.state !== 'graded')) return rules;
  const concepts = dayVariants.flatMap((variant) => (variant.kind === 'mutant' ? [variant.concept] : []));
  return [
    ...rules,
    ...(areAll ? alikeProblems(verdicts, exercise.golden?.alike) : []),
    ...uncoveredConcepts(exercise.concepts, concepts).map(
      (concept) => `exercise.json: promises the concept ${concept}, but no mutant of the day stands for it`,
    ),
  ];
}
