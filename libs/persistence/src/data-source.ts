import type { DataSourceOptions } from 'typeorm';
import { AuditEntry } from './audit/audit-entry.js';
import { ClassDay } from './cohort/class-day.js';
import { Cohort } from './cohort/cohort.js';
import { Enrolment } from './cohort/enrolment.js';
import { Grade } from './grade/grade.js';
import { OpenedHint } from './hint/opened-hint.js';
import { CohortEvent } from './live/cohort-event.js';
import { migrations } from './migrations/index.js';
import { PostgresNaming } from './naming.js';
import { User } from './people/user.js';
import { Regrade } from './regrade/regrade.js';
import { Canary } from './room/canary.js';
import { SubmissionKey } from './submission/submission-key.js';
import { Submission } from './submission/submission.js';

/**
 * How to reach the database at `url` (`postgres://…`). Its tables are described by the entities alone; they come
 * into being by migrations, and a spec compares the two.
 */
export const dataSourceOptions = (url: string) =>
  ({
    type: 'postgres',
    url,
    entities: [
      User,
      Cohort,
      Enrolment,
      Submission,
      SubmissionKey,
      Grade,
      AuditEntry,
      CohortEvent,
      Regrade,
      ClassDay,
      Canary,
      OpenedHint,
    ],
    migrations,
    namingStrategy: new PostgresNaming(),
    // gen_random_uuid() is Postgres's own: no extension is installed.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    logging: false,
  }) satisfies DataSourceOptions;
