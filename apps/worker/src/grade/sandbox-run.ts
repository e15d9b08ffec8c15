import {
  type IntegrityNote,
  queueOf,
  queues,
  type Rubric,
  type SandboxJob,
  type Verdict,
} from '@lakeproof/contracts';
import { integrityOf, isHopeless, verdictOf } from '@lakeproof/grading';
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

/** Runs a job in a sandbox of its own and concludes: the one way from files to a verdict. */
@Injectable()
export class SandboxRun {
  constructor(private readonly sandboxes: Sandboxes) {}

  /** @throws SandboxError when no sandbox can be had, GivenUp when it was given up before there was one */
  async run(job: SandboxJob, rubric: Rubric, options: RunOptions): Promise<Outcome> {
    const { signal, queued = 0, background = false, onStart, onEvent } = options;
    const sandbox = await this.sandboxes.take(signal, {
      memoryMiB: job.limits.memoryMiB,
      leaveOne: background || queues[queueOf[job.engine]].leavesOne,
    });
    onStart?.();
    const report = await sandbox.grade(job, onEvent, { hopeless: isHopeless, signal, gentle: background });
    const verdict = verdictOf(rubric, report, { queued });
    return {
      verdict,
      integrity: integrityOf(rubric, report),
      detail: report.end.kind === 'broken' ? report.end.detail : (verdict.message ?? report.end.kind),
    };
  }
}
