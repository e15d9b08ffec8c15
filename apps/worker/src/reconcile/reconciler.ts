import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { BeforeApplicationShutdown, Inject } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { processLog } from '@lakeproof/service';
import { Faults } from '../faults.js';
import { type GradeQueues, gradeQueues } from '../grade-queues.js';
import { Viewers } from '../redis/viewers.js';
import { reconcile, type Reconciled } from './reconcile.js';
import { reconcileQueue } from './reconcile-queue.js';

/** Runs `reconcile` when the schedule says so; of all workers one does it. */
@Processor(reconcileQueue)
export class Reconciler extends WorkerHost implements BeforeApplicationShutdown {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly viewers: Viewers,
    @Inject(gradeQueues) private readonly queues: GradeQueues,
    private readonly faults: Faults,
    @Inject(processLog) private readonly log: Logger,
  ) {
    super();
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
