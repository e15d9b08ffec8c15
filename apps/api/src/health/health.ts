import { Inject, Injectable } from '@nestjs/common';
import { processLog } from '@lakeproof/service';
import { HealthCheckResult, HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { RedisClient } from '../redis/redis-client.js';
import { noFaults, type WorkerHealth, workerHealth } from './worker-health.js';
import { Workers } from './workers.js';

const patience = 2000;

/** Whether a submission would be stored, queued and graded now. */
@Injectable()
export class Health {
  /** Services that failed the last time, so that one that stays away is logged once. */
  private readonly failing = new Set<string>();

  constructor(
    private readonly checks: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly redis: RedisClient,
    private readonly workers: Workers,
    @Inject(processLog) private readonly log: Logger,
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
    const pulses = await this.answerOf('workers', () => this.workers.pulses());
    if (pulses) return workerHealth(pulses.answer);
    return {
      up: false,
      message: 'Without Redis no worker can be seen.',
      warm: 0,
      busy: 0,
      faults: noFaults,
    };
  }

  private postgres(): Promise<Service> {
    return this.answers('postgres', () => this.db.query('SELECT 1'), {
      yes: 'Postgres answers.',
      no: 'Postgres does not answer.',
    });
  }

  private redisAnswers(): Promise<Service> {
    return this.answers('redis', () => this.redis.connection.ping(), {
      yes: 'Redis answers.',
      no: 'Redis does not answer; submissions wait in Postgres.',
    });
  }

  private async indicator<Key extends string>(key: Key, service: Promise<Service>) {
    const { up, message } = await service;
    const indicator = this.indicators.check(key);
    return up ? indicator.up(message) : indicator.down(message);
  }

  private async answers(
    name: string,
    ask: () => Promise<unknown>,
    { yes, no }: { yes: string; no: string },
  ): Promise<Service> {
    const up = (await this.answerOf(name, ask)) !== undefined;
    return { up, message: up ? yes : no };
  }

  /** Undefined when none came. What the service itself said then is for the log: it may name hosts and users. */
  private async answerOf<T>(name: string, ask: () => Promise<T>): Promise<{ answer: T } | undefined> {
    try {
      const answer = await withinPatience(ask());
      this.failing.delete(name);
      return { answer };
    } catch (error) {
      if (!this.failing.has(name)) this.log.warn({ err: error, service: name }, 'no answer');
      this.failing.add(name);
      return undefined;
    }
  }
}

interface Service {
  readonly up: boolean;
  readonly message: string;
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
