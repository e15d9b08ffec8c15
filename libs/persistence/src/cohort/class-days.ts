import type { CohortId } from '@lakeproof/contracts';
import { Raw, type EntityManager } from 'typeorm';
import { ClassDay } from './class-day.js';

const notOver = Raw((endsAt) => `${endsAt} > now()`);

/** The class that is on, else the next one: of this cohort, or of any. Undefined when none is planned. */
export const nextClass = async (db: EntityManager, cohort?: CohortId): Promise<ClassDay | undefined> =>
  (await db.findOne(ClassDay, {
    where: { endsAt: notOver, ...(cohort && { cohortId: cohort }) },
    order: { startsAt: 'ASC', endsAt: 'ASC' },
  })) ?? undefined;

/** Whether any cohort has class now, or within so many seconds. */
export const classIsNear = (db: EntityManager, leadSeconds: number): Promise<boolean> =>
  db.existsBy(ClassDay, {
    endsAt: notOver,
    startsAt: Raw((startsAt) => `${startsAt} <= now() + make_interval(secs => :leadSeconds)`, {
      leadSeconds,
    }),
  });
