import { workerHeartbeat, type WorkerPulse } from '@lakeproof/contracts';
import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog } from '@lakeproof/service';
import { Faults } from '../faults.js';
import { Sandboxes } from '../sandboxes/sandboxes.js';
import { pulseOf } from './pulse.js';
import { RedisClient } from './redis-client.js';

const beatSeconds = workerHeartbeat.ttlSeconds / 3;
const lookSeconds = 10;
/** Until it is ready people wait for it, so it looks more often. */
const lookSecondsUntilReady = 1;

/**
 * Keeps the worker's pulse in Redis, and takes it away when it stops. It beats whether or not the engine
 * answers: a worker that can't grade for now still holds its claims.
 */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly key: string;
  private seen: Omit<WorkerPulse, 'faults'> = { ready: false, warm: 0, busy: 0, problem: null };
  private wasReady = false;
  private problem: string | undefined;
  private beating: NodeJS.Timeout | undefined;
  private looking: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @Inject(workerConfig) config: WorkerConfig,
    private readonly sandboxes: Sandboxes,
    private readonly redis: RedisClient,
    private readonly faults: Faults,
    @Inject(processLog) private readonly log: Logger,
  ) {
    this.key = workerHeartbeat.key(config.owner);
  }

  onApplicationBootstrap(): void {
    this.beat();
    this.beating = setInterval(() => {
      this.beat();
    }, beatSeconds * 1000);
    void this.look();
  }

  private beat(): void {
    const pulse: WorkerPulse = { ...this.seen, faults: this.faults.seen };
    this.redis.connection
      .set(this.key, JSON.stringify(pulse), 'EX', workerHeartbeat.ttlSeconds)
      .catch((error: unknown) => {
        this.faults.reportOfRedis(error, 'the pulse could not be shown');
      });
  }

  /** Never rejects: what is wrong with the sandboxes is what it looks for. */
  private async look(): Promise<void> {
    const health = await this.sandboxes.health();
    if (this.stopped) return;
    const seen = pulseOf(health, this.wasReady);
    const changed = JSON.stringify(seen) !== JSON.stringify(this.seen);
    if (seen.ready && !this.wasReady) this.log.info('ready: a sandbox is warm');
    if (!health.ok && health.problem !== this.problem) {
      if (health.kind === 'fault') this.faults.report(health.cause, health.problem);
      else this.log.warn(health.problem);
    }
    this.problem = health.ok ? undefined : health.problem;
    this.wasReady ||= seen.ready;
    this.seen = seen;
    if (changed) this.beat();
    const seconds = seen.ready ? lookSeconds : lookSecondsUntilReady;
    this.looking = setTimeout(() => void this.look(), seconds * 1000);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.beating);
    clearTimeout(this.looking);
    await this.redis.connection.del(this.key).catch((error: unknown) => {
      this.faults.reportOfRedis(error, 'the pulse could not be taken away');
    });
  }
}
