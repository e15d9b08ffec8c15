import { once } from 'node:events';
import {
  connectDocker,
  type PoolHealth,
  removeAbandoned,
  removeOrphans,
  type Sandbox,
  SandboxError,
  SandboxPool,
  type TakeOptions,
} from '@lakeproof/sandbox';
import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog } from '@lakeproof/service';
import { Faults } from '../faults.js';

/** How often it looks for containers that a killed predecessor of the same name left behind. */
const orphanSeconds = 15;

/** Nobody waits for a sandbox any more: the worker stops, or has lost its claim. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** The worker's sandboxes, from its start to its end. */
@Injectable()
export class Sandboxes implements OnApplicationShutdown {
  private readonly docker = connectDocker();
  private readonly pool: SandboxPool;
  private readonly sweep: NodeJS.Timeout;
  private said: string | undefined;

  constructor(
    @Inject(workerConfig) private readonly config: WorkerConfig,
    private readonly faults: Faults,
    @Inject(processLog) private readonly log: Logger,
  ) {
    this.pool = new SandboxPool(this.docker, {
      owner: config.name,
      warm: config.sandboxWarm,
      // One more for the canary, which waits behind all others.
      atOnce: Object.values(config.atOnce).reduce((sum, count) => sum + count, 1),
      budgetMiB: config.sandboxMemoryMiB,
      runtime: config.sandboxRuntime,
      log: (message, fault) => {
        if (fault !== undefined) {
          this.faults.report(fault, message);
          return;
        }
        // While no sandbox can be started it says the same again and again.
        if (message !== this.said) log.warn(message);
        this.said = message;
      },
    });
    void this.removeOrphans();
    this.sweep = setInterval(() => void this.removeOrphans(), orphanSeconds * 1000);
  }

  /**
   * The next warm sandbox. What is still on its way when `signal` fires is not waited for.
   * @throws SandboxError when none can be started, GivenUp when the signal fired
   */
  async take(signal: AbortSignal, options: TakeOptions = {}): Promise<Pick<Sandbox, 'grade'>> {
    const taken = this.pool.take(options);
    const givenUp = new AbortController();
    try {
      return await Promise.race([taken, untilAborted(signal, givenUp.signal)]);
    } catch (error) {
      this.discard(taken);
      throw error;
    } finally {
      givenUp.abort();
    }
  }

  /** One that may still come, and that nobody waits for. */
  private discard(taken: Promise<Sandbox>): void {
    taken
      .then(
        (sandbox) => sandbox.discard(),
        // None came: there is nothing to give back.
        () => undefined,
      )
      .catch((error: unknown) => {
        this.faults.report(error, 'a sandbox that nobody waited for could not be given back');
      });
  }

  /** So many from now on, instead of what the configuration says. */
  keepWarm(count: number): void {
    this.pool.keepWarm(count);
  }

  health(): Promise<PoolHealth> {
    return this.pool.health();
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    await this.pool.close();
  }

  /**
   * Only containers that have ended: a harness whose host process died ends by itself, and a running one may
   * belong to another process that was given the same name by mistake.
   */
  private async removeOrphans(): Promise<void> {
    try {
      const alive = this.pool.names();
      const orphans = await removeOrphans(this.docker, this.config.name, { alive, endedOnly: true });
      const removed = orphans + (await removeAbandoned(this.docker));
      if (removed > 0) this.log.info({ removed }, 'removed containers that were left over');
    } catch (error) {
      // The engine does not answer: the pulse says so already.
      if (error instanceof SandboxError && error.problem !== 'fault') return;
      this.faults.report(error, 'containers that were left over could not be looked for');
    }
  }
}

/** Rejects when `signal` fires; stops listening with `done`. */
async function untilAborted(signal: AbortSignal, done: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort', { signal: done });
  throw new GivenUp('The worker stops, or has lost its claim.');
}
