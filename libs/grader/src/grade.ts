import type { IntegrityNote, Report, Verdict } from '@lakeproof/contracts';
import { integrityOf, isHopeless, verdictOf } from '@lakeproof/grading';
import type { Sandbox, SandboxEvent } from '@lakeproof/sandbox';
import type { GradingPlan } from './plan.js';

export interface Graded {
  readonly verdict: Verdict;
  readonly integrity: readonly IntegrityNote[];
  /** What the verdict was concluded from. */
  readonly report: Report;
}

export interface GradeOptions {
  /** Gives the job up: the verdict is `failed` then. */
  readonly signal: AbortSignal;
  /** Seconds the submission waited for a sandbox. */
  readonly queued?: number;
  /** Nobody waits for it: it gives way to the sandboxes that work. */
  readonly gentle?: boolean;
  readonly onEvent?: ((event: SandboxEvent) => void) | undefined;
}

/** The one way from files to a verdict: runs a plan's job in a sandbox and concludes. */
export async function grade(
  { job, rubric }: GradingPlan,
  sandbox: Pick<Sandbox, 'grade'>,
  { signal, queued = 0, gentle = false, onEvent }: GradeOptions,
): Promise<Graded> {
  const report = await sandbox.grade(job, onEvent, { hopeless: isHopeless, signal, gentle });
  return { verdict: verdictOf(rubric, report, { queued }), integrity: integrityOf(rubric, report), report };
}
