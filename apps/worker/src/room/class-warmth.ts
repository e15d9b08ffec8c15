import { roomRules } from '@lakeproof/contracts';
import { classIsNear } from '@lakeproof/persistence';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable, OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { workerConfig, type WorkerConfig } from '../config.js';
import { Faults } from '../faults.js';
import { Sandboxes } from '../sandboxes/sandboxes.js';

/**
 * Keeps more sandboxes warm while a class is near. Each worker looks for itself, because each has a pool
 * of its own; a job of the queue would reach one of them.
 */
@Injectable()
export class ClassWarmth implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private near = false;

  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    @Inject(workerConfig) private readonly config: WorkerConfig,
    private readonly sandboxes: Sandboxes,
    private readonly faults: Faults,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    void this.look();
    this.timer = setInterval(() => void this.look(), this.config.reconcileSeconds * 1000);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const near = await classIsNear(this.db, roomRules.leadSeconds).catch((error: unknown) => {
      this.faults.report(error, 'could not see whether a class is near; the next look may tell');
      return this.near;
    });
    if (near === this.near) return;
    this.near = near;
    const { sandboxWarm, sandboxWarmInClass } = this.config;
    const count = near ? Math.max(sandboxWarm, sandboxWarmInClass) : sandboxWarm;
    this.log.info({ count }, near ? 'a class is near: keeping more sandboxes warm' : 'no class is near');
    this.sandboxes.keepWarm(count);
  }
}
