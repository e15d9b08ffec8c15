import { workerHeartbeat } from '@lakeproof/contracts';
import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog } from '@lakeproof/service';
import { Sandboxes } from '../sandboxes/sandboxes.js';
import { pulseOf } from './pulse.js';
import { RedisClient } from './redis-client.js';

/** Until it is ready people wait for it, so it tells more often. */
const secondsUntilReady = 1;

/** Keeps the worker's pulse in Redis, and takes it away when it stops. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly key: string;
  private wasReady = false;
  private timer: NodeJS.Timeout | undefined;
  private problem: string | undefined;
  private stopped = false;

  constructor(
    @Inject(workerConfig) config: WorkerConfig,
    private readonly sandboxes: Sandboxes,
    private readonly redis: RedisClient,
    @Inject(processLog) private readonly log: Logger,
  ) {
    this.key = workerHeartbeat.key(config.name);
  }

  onApplicationBootstrap(): void {
    void this.beat();
  }

  private async beat(): Promise<void> {
    const health = await this.sandboxes.health();
    const pulse = pulseOf(health, this.wasReady);
    if (pulse.ready && !this.wasReady) this.log.info('ready: a sandbox is warm');
    const problem = health.ok ? undefined : health.problem;
    if (problem !== undefined && problem !== this.problem) this.log.warn(problem);
    this.problem = problem;
    this.wasReady ||= pulse.ready;
    await this.redis.connection
      .set(this.key, JSON.stringify(pulse), 'EX', workerHeartbeat.ttlSeconds)
      .catch(() => undefined);
    if (this.stopped) return;
    const seconds = pulse.ready ? workerHeartbeat.ttlSeconds / 3 : secondsUntilReady;
    this.timer = setTimeout(() => void this.beat(), seconds * 1000);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.redis.connection.del(this.key).catch(() => undefined);
  }
}
