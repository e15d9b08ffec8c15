import { DomainError } from '@lakeproof/contracts';
import { nothingHere } from '../http/nothing-here.js';
import type { PolicyRow } from './policy-row.js';

/** The one answer to what does not exist and to what must not be known to exist. */
export const noSuch: Readonly<Record<Exclude<PolicyRow['about'], 'enrolment'>, () => DomainError>> = {
  platform: nothingHere,
  cohort: () => new DomainError('not-found', 'There is no such cohort. Open it from your list of cohorts.'),
  submission: () =>
    new DomainError('not-found', 'There is no such submission. Open it from your list of submissions.'),
};
