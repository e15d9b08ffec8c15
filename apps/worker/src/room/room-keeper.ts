import { roomRules } from '@lakeproof/contracts';
import { classIsNear } from '@lakeproof/persistence';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { BeforeApplicationShutdown } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Faults } from '../faults.js';
import { Canary } from './canary.js';
import { roomQueue } from './room-queue.js';

/** Lets a canary fly when the schedule says so and a class is near; of all workers one does it. */
@Processor(roomQueue)
export class RoomKeeper extends WorkerHost implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly canary: Canary,
    private readonly faults: Faults,
  ) {
    super();
  }

  override async process(): Promise<void> {
    if (await classIsNear(this.db, roomRules.leadSeconds)) await this.canary.fly(this.stopping.signal);
  }

  /** Nobody waits for a canary: it is given up at once. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.worker.close();
  }

  @OnWorkerEvent('failed')
  failed(_job: unknown, error: Error): void {
    this.faults.report(error, 'could not look after the room; the next round tries again');
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.faults.reportOfRedis(error, 'the room lost its queue');
  }
}
