import {
  gradeJobSchema,
  type GradeJob,
  type QueueName,
  regradeJobName,
  regradeJobSchema,
  type RegradeJob,
} from '@lakeproof/contracts';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { BeforeApplicationShutdown, Inject, OnApplicationBootstrap, type Type } from '@nestjs/common';
import { DelayedError, type Job } from 'bullmq';
import { workerConfig, type WorkerConfig } from '../config.js';
import { Faults } from '../faults.js';
import { Grading } from './grading.js';
import { pauseAfter } from './pause.js';
import { Regrading } from './regrading.js';

/** Takes jobs from a queue and has their submissions graded, or graded again. Starts when everything else has. */
abstract class GradeProcessor
  extends WorkerHost
  implements OnApplicationBootstrap, BeforeApplicationShutdown
{
  private readonly stopping = new AbortController();

  constructor(
    private readonly grading: Grading,
    private readonly regrading: Regrading,
    @Inject(workerConfig) private readonly config: WorkerConfig,
    private readonly faults: Faults,
  ) {
    super();
  }

  onApplicationBootstrap(): void {
    this.worker.run().catch((error: unknown) => {
      this.faults.report(error, 'takes no more submissions');
    });
  }

  override async process(job: Job<GradeJob | RegradeJob>, token?: string): Promise<void> {
    const outcome =
      job.name === regradeJobName
        ? await this.regrading.grade(regradeJobSchema.parse(job.data).regradeId, this.stopping.signal)
        : await this.grading.grade(gradeJobSchema.parse(job.data).submissionId, this.stopping.signal);
    const pause = pauseAfter[outcome];
    if (pause === undefined) return;
    await job.moveToDelayed(Date.now() + pause, token);
    throw new DelayedError();
  }

  /** Takes no more; what runs may finish for a while, then it is given back. */
  async beforeApplicationShutdown(): Promise<void> {
    const patience = setTimeout(() => {
      this.stopping.abort();
    }, this.config.shutdownSeconds * 1000);
    await this.worker.close();
    clearTimeout(patience);
  }

  @OnWorkerEvent('failed')
  failed(job: Job<GradeJob | RegradeJob> | undefined, error: Error): void {
    // Its claim runs out, and the reconciler puts it back.
    this.faults.report(error, 'a job failed', { job: job?.data });
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.faults.reportOfRedis(error, 'the queue does not answer');
  }
}

/** The processor of one queue, with the lease of a claim for BullMQ's own lock: both end together. */
export function gradeProcessor(queue: QueueName, config: WorkerConfig): Type<WorkerHost> {
  @Processor(queue, {
    autorun: false,
    concurrency: queue === 'cluster' ? config.clusterAtOnce : config.sandboxAtOnce,
    lockDuration: config.claimSeconds * 1000,
    stalledInterval: config.reconcileSeconds * 1000,
  })
  class QueueProcessor extends GradeProcessor {}
  return QueueProcessor;
}
