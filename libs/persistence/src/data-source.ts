import type { DataSourceOptions } from 'typeorm';
import { AuditEntry } from './entities/audit-entry.js';
import { Canary } from './entities/canary.js';
import { ClassDay } from './entities/class-day.js';
import { Cohort } from './entities/cohort.js';
import { Enrolment } from './entities/enrolment.js';
import { Grade } from './entities/grade.js';
import { OpenedHint } from './entities/opened-hint.js';
import { OutboxEvent } from './entities/outbox-event.js';
import { Regrade } from './entities/regrade.js';
import { Submission } from './entities/submission.js';
import { SubmissionKey } from './entities/submission-key.js';
import { User } from './entities/user.js';
import { FirstTables1763859600000 } from './migrations/1763859600000-first-tables.js';
import { IntegrityNotes1764036000000 } from './migrations/1764036000000-integrity-notes.js';
import { Regrades1764036100000 } from './migrations/1764036100000-regrades.js';
import { ClassDaysAndCanaries1764036200000 } from './migrations/1764036200000-class-days-and-canaries.js';
import { OpenedHints1764045000000 } from './migrations/1764045000000-opened-hints.js';
import { KeysKnowTheirContent1764460800000 } from './migrations/1764460800000-keys-know-their-content.js';
import { StoppedSubmissions1764460900000 } from './migrations/1764460900000-stopped-submissions.js';
import { OneSubmissionUnderWay1764461000000 } from './migrations/1764461000000-one-submission-under-way.js';
import { QuizRetries1764461100000 } from './migrations/1764461100000-quiz-retries.js';
import { PostgresNaming } from './naming.js';

/** How to reach the database at `url` (`postgres://…`). The schema comes from migrations alone. */
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
      OutboxEvent,
      Regrade,
      ClassDay,
      Canary,
      OpenedHint,
    ],
    migrations: [
      FirstTables1763859600000,
      IntegrityNotes1764036000000,
      Regrades1764036100000,
      ClassDaysAndCanaries1764036200000,
      OpenedHints1764045000000,
      KeysKnowTheirContent1764460800000,
      StoppedSubmissions1764460900000,
      OneSubmissionUnderWay1764461000000,
      QuizRetries1764461100000,
    ],
    namingStrategy: new PostgresNaming(),
    // gen_random_uuid() is Postgres's own: no extension is installed.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    logging: false,
  }) satisfies DataSourceOptions;
