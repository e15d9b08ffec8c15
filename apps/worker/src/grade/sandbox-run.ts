import { type IntegrityNote, queueOf, queues, type Verdict } from '@lakeproof/contracts';
import { grade, type GradingPlan } from '@lakeproof/grader';
import type { SandboxEvent } from '@lakeproof/sandbox';
import { Injectable } from '@nestjs/common';
import { Sandboxes } from '../sandboxes/sandboxes.js';

/** What came of a job in a sandbox. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly integrity: readonly IntegrityNote[];
  /** For our log, when the verdict is `failed`: what broke. */
  readonly detail: string;
}

export interface RunOptions {
  /** Gives the job up. */
  readonly signal: AbortSignal;
  /** Seconds it waited before. */
  readonly queued?: number;
  /** Nobody waits for it: it takes no sandbox and no CPU that somebody needs. */
  readonly background?: boolean;
  /** Called once there is a sandbox. */
  readonly onStart?: () => void;
  readonly onEvent?: (event: SandboxEvent) => void;
}

/** Takes one of the worker's sandboxes for each plan it grades. */
@Injectable()
export class SandboxRun {
  constructor(private readonly sandboxes: Sandboxes) {}

  /** @throws SandboxError when no sandbox can be had, GivenUp when it was given up before there was one */
  async run(plan: GradingPlan, options: RunOptions): Promise<Outcome> {
    const { job } = plan;
    const { signal, queued = 0, background = false, onStart, onEvent } = options;
    const sandbox = await this.sandboxes.take(signal, {
      memoryMiB: job.limits.memoryMiB,
      leaveOne: background || queues[queueOf[job.engine]].leavesOne,
    });
    onStart?.();
    const { verdict, integrity, report } = await grade(plan, sandbox, {
      signal,
      queued,
      gentle: background,
      onEvent,
    });
    return {
      verdict,
      integrity,
      detail: report.end.kind === 'broken' ? report.end.detail : (verdict.message ?? report.end.kind),
    };
  }
}
