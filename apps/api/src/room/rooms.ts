import type { CohortId, HealthReport, RoomView } from '@lakeproof/contracts';
import { lastCanaries, nextClass } from '@lakeproof/persistence';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Health } from '../health/health.js';
import { roomLight } from './room-light.js';

/** Whether a cohort could have class now. */
@Injectable()
export class Rooms {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly health: Health,
  ) {}

  async report(): Promise<HealthReport> {
    const { postgres, redis, worker } = await this.health.services();
    const { up, message, faults } = worker;
    return { postgres, redis, worker: { up, message, faults }, room: await this.light() };
  }

  /** Of the cohort that has class now or next, unless one is named. */
  async light(cohort?: CohortId): Promise<RoomView> {
    const hours = await nextClass(this.db, cohort);
    const worker = await this.health.worker();
    return roomLight({ now: new Date(), hours, worker, ...(await lastCanaries(this.db)) });
  }
}
