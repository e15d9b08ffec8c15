import { type QueueJob, queueJobSchema, type QueueName } from '@lakeproof/contracts';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { BeforeApplicationShutdown, Inject, OnApplicationBootstrap, type Type } from '@nestjs/common';
import { DelayedError, type Job } from 'bullmq';
import { workerConfig, type WorkerConfig } from '../config.js';
import { Faults } from '../faults.js';
import { Grading, type GradingOutcome } from './grading.js';
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

  override async process(job: Job<unknown>, token?: string): Promise<void> {
    const outcome = await this.handle(queueJobSchema.parse({ name: job.name, data: job.data }));
    const pause = pauseAfter[outcome];
    if (pause === undefined) return;
    await job.moveToDelayed(Date.now() + pause, token);
    throw new DelayedError();
  }

  private handle({ name, data }: QueueJob): Promise<GradingOutcome> {
    switch (name) {
      case 'grade':
        return this.grading.grade(data.submissionId, this.stopping.signal);
      case 'regrade':
        return this.regrading.grade(data.regradeId, this.stopping.signal);
    }
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
  failed(job: Job<unknown> | undefined, error: Error): void {
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
    concurrency: config.atOnce[queue],
    lockDuration: config.claimSeconds * 1000,
    stalledInterval: config.reconcileSeconds * 1000,
  })
  class QueueProcessor extends GradeProcessor {}
  return QueueProcessor;
}
