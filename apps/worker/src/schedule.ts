import { processLog } from '@lakeproof/service';
import { getQueueToken } from '@nestjs/bullmq';
import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown, type Type } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { Faults } from './faults.js';

/**
 * Keeps the schedule of a job that repeats in Redis. It looks after it as often as the job runs, because a
 * Redis that lost its data has lost the schedule too, and nobody else would notice.
 */
export function schedule(queueName: string, name: string, seconds: number): Type {
  @Injectable()
  class Schedule implements OnApplicationBootstrap, OnApplicationShutdown {
    private timer: NodeJS.Timeout | undefined;

    constructor(
      @Inject(getQueueToken(queueName)) private readonly queue: Queue,
      private readonly faults: Faults,
      @Inject(processLog) private readonly log: Logger,
    ) {}

    onApplicationBootstrap(): void {
      void this.set();
      this.timer = setInterval(() => void this.lookAfter(), seconds * 1000);
    }

    onApplicationShutdown(): void {
      clearInterval(this.timer);
    }

    private async lookAfter(): Promise<void> {
      try {
        if (await this.queue.getJobScheduler(name)) return;
        this.log.warn({ schedule: name }, 'Redis lost its data; setting up a schedule again');
      } catch (error) {
        this.faults.reportOfRedis(error, `the schedule ${name} could not be looked after`);
        return;
      }
      await this.set();
    }

    private async set(): Promise<void> {
      try {
        await this.queue.upsertJobScheduler(
          name,
          { every: seconds * 1000 },
          { name, opts: { removeOnComplete: true, removeOnFail: true } },
        );
      } catch (error) {
        this.faults.reportOfRedis(error, `the schedule ${name} is not set up; trying again`);
      }
    }
  }
  return Schedule;
}
