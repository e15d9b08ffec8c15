import type { Named, Report, SandboxVariant, SubmissionFiles, Verdict } from '@lakeproof/contracts';
import { gradingJob, rubricOf, type SandboxExercise } from '@lakeproof/curriculum';
import { verdictOf } from '@lakeproof/grading';
import type { SandboxPool } from '@lakeproof/sandbox';

/** How the second run of the reference is called in the job; no variant may have such a name. */
const again = '(again)';

/**
 * Grades several of an exercise's own submissions in one sandbox, one after another. Each variant of each is a
 * variant of one job, so that all have a process, a folder and a corner of the JVM of their own.
 *
 * It is for content we trust: these suites could find each other by what a JVM shares.
 *
 * @returns verdicts by name; undefined when the sandbox did not come to the end
 */
export async function gradeTogether(
  exercise: SandboxExercise,
  submissions: ReadonlyMap<string, SubmissionFiles>,
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Map<string, Verdict> | undefined> {
  const jobs = [...submissions].map(([name, files]) => ({ name, job: gradingJob(exercise, files) }));
  const [first] = jobs;
  if (!first) return new Map();
  const sandbox = await pool.take();
  const job = {
    ...first.job,
    submission: [],
    variants: jobs.flatMap(({ name, job: { variants, submission } }) =>
      withSecondRun(variants).map((variant) => ({
        ...variant,
        // Alike, so that the sandbox repeats none by itself: each submission has its second run already.
        kind: 'correct' as const,
        name: `${name}\n${variant.name}`,
        submission,
      })),
    ),
    limits: { ...exercise.limits, seconds: exercise.limits.seconds * jobs.length },
  };
  const report = await sandbox.grade(job, undefined, { signal });
  if (report.end.kind !== 'done') return undefined;
  const rubric = rubricOf(exercise);
  return new Map(jobs.map(({ name }) => [name, verdictOf(rubric, reportOf(report, name), { queued: 0 })]));
}

function withSecondRun(variants: readonly SandboxVariant[]): SandboxVariant[] {
  const correct = variants.find(({ kind }) => kind === 'correct');
  const isRepeated = variants.some(({ kind }) => kind === 'mutant');
  return correct && isRepeated
    ? [...variants, { ...correct, name: `${correct.name}${again}` }]
    : [...variants];
}

/** What a report says of one of the submissions, as if it had been alone. */
function reportOf(report: Report, submission: string): Report {
  const of = <T extends Named<{ variant: number }>>(events: readonly T[]) =>
    events.flatMap((event) => {
      const [name, variant] = event.variant.split('\n');
      return name === submission && variant !== undefined ? [{ ...event, variant }] : [];
    });
  const first = <T extends { readonly variant: string }>(events: readonly T[]) =>
    events.filter(({ variant }) => !variant.endsWith(again));
  const second = <T extends { readonly variant: string }>(events: readonly T[]) =>
    events
      .filter(({ variant }) => variant.endsWith(again))
      .map((event) => ({ ...event, variant: event.variant.slice(0, -again.length) }));
  const [collected, tests, variants] = [of(report.collected), of(report.tests), of(report.variants)];
  return {
    collected: first(collected),
    tests: first(tests),
    variants: first(variants),
    notes: first(of(report.notes)),
    repeated: { collected: second(collected), tests: second(tests), variants: second(variants) },
    end: report.end,
    timing: report.timing,
  };
}
