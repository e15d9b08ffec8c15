import type { Report } from '@lakeproof/contracts';
import type { SandboxPool } from '@lakeproof/sandbox';
import { SentenceError } from '@lakeproof/terminal';
import type { Outcomes } from './outcomes.js';
import { stopped } from './plain.js';
import type { Shape } from './shape.js';

/** What the sandbox came to on one suite. */
export interface Graded {
  readonly outcomes: Outcomes;
  /** All it told learner and trainer. */
  readonly notes: readonly string[];
  /** How it ended when not by itself. */
  readonly problem: string | undefined;
}

const limits = { seconds: 1800, variantSeconds: 300, memoryMiB: 3072 };

/**
 * Grades suites in one sandbox. Each is a variant of one job, so they run as variants do: two at a
 * time, in random order, in one JVM.
 *
 * @param shapes of one engine
 * @throws Error when the sandbox broke; SentenceError when it was stopped
 */
export async function runWarm(
  shapes: readonly Shape[],
  pool: SandboxPool,
  signal: AbortSignal,
): Promise<Map<string, Graded>> {
  const [first] = shapes;
  if (!first) return new Map();
  const variants = shapes.map(({ name, files }) => ({
    name,
    kind: 'mutant' as const,
    conf: {},
    overlay: files,
  }));
  const sandbox = await pool.take();
  const job = {
    mode: 'tests' as const,
    engine: first.engine,
    reference: [],
    submission: [],
    variants,
    limits,
  };
  const report = await sandbox.grade(job, undefined, { signal });
  if (signal.aborted) throw new SentenceError(stopped);
  if (report.end.kind !== 'done')
    throw new Error(`the sandbox did not finish: ${JSON.stringify(report.end)}`);
  return new Map(shapes.map(({ name }) => [name, gradedOf(report, name)]));
}

function gradedOf(report: Report, name: string): Graded {
  const of = <T extends { readonly variant: string }>(events: readonly T[]) =>
    events.filter(({ variant }) => variant === name);
  const [collected] = of(report.collected);
  const [end] = of(report.variants);
  const ran = new Map(of(report.tests).map((test) => [test.id, test]));
  const tests = (collected?.tests ?? []).map((id) => {
    const { outcome, cause, message } = ran.get(id) ?? {
      outcome: 'not run' as const,
      cause: null,
      message: '',
    };
    return [id, { outcome, cause, message }] as const;
  });
  return {
    outcomes: {
      tests: Object.fromEntries(tests),
      uncollected: Object.fromEntries((collected?.failures ?? []).map(({ file, reason }) => [file, reason])),
    },
    notes: [...(collected?.notes ?? []), ...of(report.notes).map(({ code, detail }) => `${code}: ${detail}`)],
    problem: end?.end === 'finished' ? undefined : `ended as ${end?.end ?? 'not run'}: ${end?.message ?? ''}`,
  };
}
