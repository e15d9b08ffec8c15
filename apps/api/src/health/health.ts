import { Injectable } from '@nestjs/common';
import { HealthCheckResult, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { RedisClient } from '../redis/redis-client.js';
import { type WorkerHealth, workerHealth } from './worker-health.js';
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
      () => this.indicator('postgres', this.postgres()),
      () => this.indicator('redis', this.redisAnswers()),
      () => this.indicator('worker', this.worker()),
    ]);
  }

  /** The same for people who may know more: each on its own. */
  async services(): Promise<Record<'postgres' | 'redis', Service> & { worker: WorkerHealth }> {
    return {
      postgres: await this.postgres(),
      redis: await this.redisAnswers(),
      worker: await this.worker(),
    };
  }

  /** Whether somebody can grade. */
  async worker(): Promise<WorkerHealth> {
    try {
      return workerHealth(await withinPatience(this.workers.pulses()));
    } catch {
      return { up: false, message: 'Without Redis no worker can be seen.', warm: 0, busy: 0 };
    }
  }

  private postgres(): Promise<Service> {
    return answers(() => this.db.query('SELECT 1'), 'Postgres answers.', 'Postgres does not answer.');
  }

  private redisAnswers(): Promise<Service> {
    return answers(
      () => this.redis.connection.ping(),
      'Redis answers.',
      'Redis does not answer; submissions wait in Postgres.',
    );
  }

  private async indicator<Key extends string>(key: Key, service: Promise<Service>) {
    const { up, message } = await service;
    const indicator = this.indicators.check(key);
    return up ? indicator.up(message) : indicator.down(message);
  }
}

interface Service {
  readonly up: boolean;
  readonly message: string;
}

/** What the service itself says of its fault stays in the log: it may name hosts and users. */
async function answers(ask: () => Promise<unknown>, yes: string, no: string): Promise<Service> {
  try {
    await withinPatience(ask());
    return { up: true, message: yes };
  } catch {
    return { up: false, message: no };
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
