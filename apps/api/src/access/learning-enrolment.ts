import { type CohortId, DomainError } from '@lakeproof/contracts';
import type { PersonEnrolment } from './person.js';
import { policies } from './policies.js';

const learning = (enrolments: readonly PersonEnrolment[]): readonly PersonEnrolment[] =>
  enrolments.filter(({ role }) => policies['exercise.learn'][role] === 'yes');

/** Where somebody learns if they don't say: as a participant if they are one anywhere, else as a trainer. */
function candidates(enrolments: readonly PersonEnrolment[]): readonly PersonEnrolment[] {
  const all = learning(enrolments);
  const participating = all.filter(({ role }) => role === 'participant');
  return participating.length > 0 ? participating : all;
}

/**
 * The enrolment under which somebody submits: the named cohort's, else the only candidate.
 * @throws DomainError no-enrolment when there is none, invalid-request when a cohort has to be named
 */
export function enrolmentToSubmit(
  enrolments: readonly PersonEnrolment[],
  cohort: CohortId | undefined,
): PersonEnrolment {
  if (cohort !== undefined) return namedEnrolment(enrolments, cohort);
  const [only, another] = candidates(enrolments);
  if (!only)
    throw new DomainError('no-enrolment', 'You learn in no cohort yet. Ask your trainer for an invite.');
  if (!another) return only;
  const names = candidates(enrolments).map(
    (enrolment) => `${enrolment.cohort.name} (${enrolment.cohort.id})`,
  );
  throw new DomainError(
    'invalid-request',
    'You learn in several cohorts. Say in "cohort" which one this is for.',
    [{ path: 'cohort', message: `must be one of ${names.join(', ')}` }],
  );
}

/**
 * The enrolment whose standings somebody is shown: the named cohort's, else the newest candidate. Undefined
 * for those who don't learn, such as a cohort's admin.
 * @param enrolments newest first
 * @throws DomainError no-enrolment when a cohort is named in which they don't learn
 */
export const enrolmentToShow = (
  enrolments: readonly PersonEnrolment[],
  cohort: CohortId | undefined,
): PersonEnrolment | undefined =>
  cohort === undefined ? candidates(enrolments)[0] : namedEnrolment(enrolments, cohort);

function namedEnrolment(enrolments: readonly PersonEnrolment[], cohort: CohortId): PersonEnrolment {
  const named = learning(enrolments).find((enrolment) => enrolment.cohort.id === cohort);
  if (named) return named;
  throw new DomainError('no-enrolment', 'You do not learn in this cohort. Ask your trainer for an invite.');
}
