import { FirstTables1763859600000 } from './1763859600000-first-tables.js';
import { IntegrityNotes1764036000000 } from './1764036000000-integrity-notes.js';
import { Regrades1764036100000 } from './1764036100000-regrades.js';
import { ClassDaysAndCanaries1764036200000 } from './1764036200000-class-days-and-canaries.js';
import { OpenedHints1764045000000 } from './1764045000000-opened-hints.js';
import { KeysKnowTheirContent1764460800000 } from './1764460800000-keys-know-their-content.js';
import { StoppedSubmissions1764460900000 } from './1764460900000-stopped-submissions.js';
import { OneSubmissionUnderWay1764461000000 } from './1764461000000-one-submission-under-way.js';
import { QuizRetries1764461100000 } from './1764461100000-quiz-retries.js';
import { AddressesAndIndexes1764462000000 } from './1764462000000-addresses-and-indexes.js';
import { EventsOfACohort1764463000000 } from './1764463000000-events-of-a-cohort.js';
import { IndexesOfReferences1796024288278 } from './1796024288278-indexes-of-references.js';

/** All of them, the oldest first. Written by `migration:new`. */
export const migrations = [
  FirstTables1763859600000,
  IntegrityNotes1764036000000,
  Regrades1764036100000,
  ClassDaysAndCanaries1764036200000,
  OpenedHints1764045000000,
  KeysKnowTheirContent1764460800000,
  StoppedSubmissions1764460900000,
  OneSubmissionUnderWay1764461000000,
  QuizRetries1764461100000,
  AddressesAndIndexes1764462000000,
  EventsOfACohort1764463000000,
  IndexesOfReferences1796024288278,
];
