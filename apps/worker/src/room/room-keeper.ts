import { roomRules } from '@lakeproof/contracts';
import { classIsNear } from '@lakeproof/persistence';
import { processLog } from '@lakeproof/service';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { BeforeApplicationShutdown, Inject } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { Canary } from './canary.js';
import { roomQueue } from './room-queue.js';

/** Lets a canary fly when the schedule says so and a class is near; of all workers one does it. */
@Processor(roomQueue)
export class RoomKeeper extends WorkerHost implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly canary: Canary,
    @Inject(processLog) private readonly log: Logger,
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
    this.log.error({ err: error }, 'could not look after the room; the next round tries again');
  }

  @OnWorkerEvent('error')
  error(error: Error): void {
    this.log.debug({ err: error }, 'the room lost its queue');
  }
}
