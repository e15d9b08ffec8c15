import type { CohortId, HealthReport, RoomView } from '@lakeproof/contracts';
import { cohortExists, lastCanaries, nextClass } from '@lakeproof/persistence';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { Health } from '../health/health.js';
import type { Person } from '../session/person.js';
import { requirePlatformAdmin, requireRoomAccess, unknownCohort } from './room-access.js';
import { roomLight } from './room-light.js';

/** Whether a cohort could have class now. */
@Injectable()
export class Rooms {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly health: Health,
  ) {}

  /** @throws DomainError forbidden, not-found */
  async view(person: Person, cohort: CohortId): Promise<RoomView> {
    requireRoomAccess(person, cohort);
    if (!(await cohortExists(this.db, cohort))) throw unknownCohort();
    return this.light(cohort);
  }

  /** @throws DomainError forbidden */
  async report(person: Person): Promise<HealthReport> {
    requirePlatformAdmin(person);
    const { postgres, redis, worker } = await this.health.services();
    const { up, message, faults } = worker;
    return { postgres, redis, worker: { up, message, faults }, room: await this.light() };
  }

  /** Of the cohort that has class now or next, unless one is named. */
  private async light(cohort?: CohortId): Promise<RoomView> {
    const hours = await nextClass(this.db, cohort);
    const worker = await this.health.worker();
    return roomLight({ now: new Date(), hours, worker, ...(await lastCanaries(this.db)) });
  }
}
