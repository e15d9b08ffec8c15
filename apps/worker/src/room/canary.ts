import { addCanary, type CanaryRecord } from '@lakeproof/persistence';
import { SandboxError } from '@lakeproof/sandbox';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { workerConfig, type WorkerConfig } from '../config.js';
import { Faults } from '../faults.js';
import { SandboxRun } from '../grade/sandbox-run.js';
import { plainProblem } from '../redis/pulse.js';
import { GivenUp, Sandboxes } from '../sandboxes/sandboxes.js';
import { canaryExpected, canaryJob, canaryRubric, inWords } from './canary-exercise.js';

type Result = Omit<CanaryRecord, 'at' | 'expected'>;

/** Seconds a canary waits for a sandbox that nobody needs. */
const patience = 60;

/** Grades the platform's own suite, the way a submission goes, and keeps what it came to. */
@Injectable()
export class Canary {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    @Inject(workerConfig) private readonly config: WorkerConfig,
    private readonly sandboxes: Sandboxes,
    private readonly sandboxRun: SandboxRun,
    private readonly faults: Faults,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /** @param stopping nothing is kept of a canary that the worker's own end cuts off */
  async fly(stopping: AbortSignal): Promise<void> {
    const result = await this.grade(stopping);
    if (stopping.aborted) return;
    await addCanary(this.db, this.config.name, { ...result, expected: canaryExpected });
    const level = result.outcome === 'wrong' || result.outcome === 'failed' ? 'error' : 'info';
    this.log[level]({ ...result, expected: canaryExpected }, 'canary');
  }

  private async grade(stopping: AbortSignal): Promise<Result> {
    const health = await this.sandboxes.health();
    if (!health.ok) return withoutVerdict('failed', plainProblem(health.kind));
    let began: number | undefined;
    const tooLate = new AbortController();
    const waiting = setTimeout(() => {
      tooLate.abort();
    }, patience * 1000);
    try {
      const plan = { job: canaryJob, rubric: canaryRubric };
      const { verdict } = await this.sandboxRun.run(plan, {
        signal: AbortSignal.any([tooLate.signal, stopping]),
        background: true,
        onStart: () => {
          clearTimeout(waiting);
          began = performance.now();
        },
      });
      const seconds = began === undefined ? null : Math.round(performance.now() - began) / 1000;
      const got = inWords(verdict);
      return { outcome: got === canaryExpected ? 'right' : 'wrong', seconds, got, problem: null };
    } catch (error) {
      return await this.resultOf(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** What a canary without a verdict came to. */
  private async resultOf(error: unknown): Promise<Result> {
    if (error instanceof SandboxError) return withoutVerdict('failed', plainProblem(error.problem));
    if (error instanceof GivenUp) {
      const now = await this.sandboxes.health();
      return now.ok
        ? withoutVerdict('skipped', 'All sandboxes are at work for somebody.')
        : withoutVerdict('failed', plainProblem(now.kind));
    }
    this.faults.report(error, 'a canary crashed');
    // Its name alone: the message may hold an address or a path, and the trainers read this.
    const name = error instanceof Error ? error.name : 'unknown';
    return withoutVerdict('failed', `It met an error of Lakeproof (${name}). The log of the worker has it.`);
  }
}

const withoutVerdict = (outcome: 'failed' | 'skipped', problem: string): Result => ({
  outcome,
  seconds: null,
  got: null,
  problem,
});
