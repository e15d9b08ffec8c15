import { Injectable } from '@nestjs/common';
import { HealthCheckResult, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { RedisClient } from '../redis/redis-client.js';
import { workerHealth } from './worker-health.js';
import { Workers } from './workers.js';

const patience = 2000;

/** Whether a submission would be stored, queued and graded now. */
@Injectable()
export class Health {
  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly redis: RedisClient,
    private readonly workers: Workers,
  ) {}

  check(): Promise<HealthCheckResult> {
    return this.checks.check([
      () => this.answers('postgres', 'Postgres does not answer.', () => this.db.query('SELECT 1')),
      () =>
        this.answers('redis', 'Redis does not answer; submissions wait in Postgres.', () =>
          this.redis.connection.ping(),
        ),
      () => this.worker(),
    ]);
  }

  /** What the service itself says of its fault stays in the log: it may name hosts and users. */
  private async answers<Key extends string>(key: Key, otherwise: string, ask: () => Promise<unknown>) {
    const indicator = this.indicators.check(key);
    try {
      await withinPatience(ask());
      return indicator.up();
    } catch {
      return indicator.down(otherwise);
    }
  }

  private async worker() {
    const indicator = this.indicators.check('worker');
    try {
      const { up, message } = workerHealth(await withinPatience(this.workers.pulses()));
      return up ? indicator.up(message) : indicator.down(message);
    } catch {
      return indicator.down('Without Redis no worker can be seen.');
    }
  }
}

async function withinPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('no answer'));
    }, patience);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
