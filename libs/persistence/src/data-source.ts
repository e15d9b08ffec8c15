import type { DataSourceOptions } from 'typeorm';
import { AuditEntry } from './entities/audit-entry.js';
import { Cohort } from './entities/cohort.js';
import { Enrolment } from './entities/enrolment.js';
import { Grade } from './entities/grade.js';
import { OutboxEvent } from './entities/outbox-event.js';
import { Submission } from './entities/submission.js';
import { SubmissionKey } from './entities/submission-key.js';
import { User } from './entities/user.js';
import { FirstTables1763859600000 } from './migrations/1763859600000-first-tables.js';
import { PostgresNaming } from './naming.js';

/** How to reach the database at `url` (`postgres://…`). The schema comes from migrations alone. */
export const dataSourceOptions = (url: string) =>
  ({
    type: 'postgres',
    url,
    entities: [User, Cohort, Enrolment, Submission, SubmissionKey, Grade, AuditEntry, OutboxEvent],
    migrations: [FirstTables1763859600000],
    namingStrategy: new PostgresNaming(),
    // gen_random_uuid() is Postgres's own: no extension is installed.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    logging: false,
  }) satisfies DataSourceOptions;
