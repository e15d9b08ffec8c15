import type { Named, Report, SandboxJob, SandboxVariant } from '@lakeproof/contracts';

/** How the second run of the reference is called in the job; no variant may have such a name. */
const again = '(again)';

/**
 * One job that runs several submissions to one exercise, one after another. Each variant of each is a variant of
 * it, so that all have a process, a folder and a corner of the JVM of their own.
 *
 * @param jobs of each submission, by its name
 */
export function sharedJob(jobs: ReadonlyMap<string, SandboxJob>): SandboxJob {
  const [first] = jobs.values();
  if (!first) throw new Error('a job needs a submission');
  return {
    ...first,
    submission: [],
    variants: [...jobs].flatMap(([name, { variants, submission }]) =>
      withSecondRun(variants).map((variant) => ({
        ...variant,
        // Alike, so that the sandbox repeats none by itself: each submission has its second run already.
        kind: 'correct' as const,
        name: `${name}\n${variant.name}`,
        submission,
      })),
    ),
    limits: { ...first.limits, seconds: first.limits.seconds * jobs.size },
  };
}

function withSecondRun(variants: readonly SandboxVariant[]): SandboxVariant[] {
  const correct = variants.find(({ kind }) => kind === 'correct');
  const isRepeated = variants.some(({ kind }) => kind === 'mutant');
  return correct && isRepeated
    ? [...variants, { ...correct, name: `${correct.name}${again}` }]
    : [...variants];
}

/** What the report of a shared job says of one of the submissions, as if it had been alone. */
export function reportOn(report: Report, submission: string): Report {
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
