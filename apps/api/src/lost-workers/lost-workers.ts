import { channels } from '@lakeproof/contracts';
import { claimOwners, databaseIsAway, releaseClaims } from '@lakeproof/persistence';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { Workers } from '../health/workers.js';
import { RedisClient } from '../redis/redis-client.js';
import { GradeQueue } from '../submissions/grade-queue.js';
import { Silence } from './silence.js';

const lookMilliseconds = 1000;

/**
 * Takes back what workers held whose pulse is gone, so that it is queued again, and people are told, within
 * seconds instead of when the claim expires. Done here and not by the reconciler, because the last worker may be
 * the one that died. Several processes of the API may do it: each row is put back once.
 */
@Injectable()
export class LostWorkers implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly silence = new Silence();
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly redis: RedisClient,
    private readonly workers: Workers,
    private readonly queue: GradeQueue,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.later();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private later(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.look()
        .catch((error: unknown) => {
          this.silence.forget();
          // Without Redis or Postgres nobody can be judged; both are missed elsewhere.
          if (this.stopped || !this.redis.isReady || databaseIsAway(error)) return;
          this.log.error({ err: error }, 'could not look for workers that are gone');
        })
        .finally(() => {
          this.later();
        });
    }, lookMilliseconds);
  }

  private async look(): Promise<void> {
    const silent = this.silence.look(await this.workers.beating(await claimOwners(this.db)));
    if (silent.length === 0) return;
    const putBack = await releaseClaims(this.db, silent);
    if (putBack.length === 0) return;
    const submissions = putBack.map(({ id }) => id);
    this.log.warn({ workers: silent, submissions }, 'workers stopped: what they graded is queued again');
    for (const one of putBack) await this.queue.addAgain(one);
    for (const { id } of putBack) await this.redis.connection.publish(channels.changed, id);
  }
}
