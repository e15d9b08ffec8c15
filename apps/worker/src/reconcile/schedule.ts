import { InjectQueue } from '@nestjs/bullmq';
import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog } from '@lakeproof/service';
import { reconcileQueue, reconcileSchedule } from './reconcile-queue.js';

/**
 * Keeps the reconciler's schedule in Redis. It looks after it as often as the reconciler runs, because a
 * Redis that lost its data has lost the schedule too, and nobody else would notice.
 */
@Injectable()
export class Schedule implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @InjectQueue(reconcileQueue) private readonly queue: Queue,
    @Inject(workerConfig) private readonly config: WorkerConfig,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.set();
    this.timer = setInterval(() => void this.lookAfter(), this.config.reconcileSeconds * 1000);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async lookAfter(): Promise<void> {
    try {
      if (await this.queue.getJobScheduler(reconcileSchedule)) return;
      this.log.warn('Redis lost its data; setting up the reconciler again');
    } catch {
      return;
    }
    await this.set();
  }

  private async set(): Promise<void> {
    try {
      await this.queue.upsertJobScheduler(
        reconcileSchedule,
        { every: this.config.reconcileSeconds * 1000 },
        { name: reconcileSchedule, opts: { removeOnComplete: true, removeOnFail: true } },
      );
    } catch (error) {
      this.log.warn({ err: error }, 'the reconciler is not set up; trying again');
    }
  }
}
