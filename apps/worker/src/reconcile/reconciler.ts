import { queueNames, type GradeJob, type RegradeJob } from '@lakeproof/contracts';
import { InjectQueue, OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { BeforeApplicationShutdown, Inject } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { Queue } from 'bullmq';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { processLog } from '@lakeproof/service';
import { Faults } from '../faults.js';
import { Viewers } from '../redis/viewers.js';
import { reconcile, type GradeQueues, type Reconciled } from './reconcile.js';
import { reconcileQueue } from './reconcile-queue.js';

/** Runs `reconcile` when the schedule says so; of all workers one does it. */
@Processor(reconcileQueue)
export class Reconciler extends WorkerHost implements BeforeApplicationShutdown {
  private readonly queues: GradeQueues;

  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly viewers: Viewers,
    @InjectQueue(queueNames[0]) warm: Queue<GradeJob | RegradeJob>,
    @InjectQueue(queueNames[1]) cluster: Queue<GradeJob | RegradeJob>,
    private readonly faults: Faults,
    @Inject(processLog) private readonly log: Logger,
  ) {
    super();
    this.queues = { warm, cluster };
  }

  override async process(): Promise<Reconciled> {
    const done = await reconcile(this.db, this.queues);
    for (const id of done.expired) this.viewers.changed(id);
    if (done.expired.length > 0) this.log.warn(done, 'claims expired: their workers were not heard of');
    else if (done.enqueued.length > 0) this.log.info(done, 'enqueued submissions that Redis did not know');
    return done;
  }

  /** Before Postgres is left. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.close();
  }

  @OnWorkerEvent('failed')
  failed(_job: unknown, error: Error): void {
    this.faults.report(error, 'could not reconcile; the next round tries again');
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.faults.reportOfRedis(error, 'the reconciler lost its queue');
  }
}
