import { type CohortId, DomainError } from '@lakeproof/contracts';
import type { Person } from '../session/person.js';

/**
 * Lets a cohort's trainers and platform admins look into its room.
 * @throws DomainError forbidden for others of the cohort; not-found for everybody else, who shall not even
 *   learn that it exists
 */
export function requireRoomAccess(
  { platformAdmin, enrolments }: Pick<Person, 'platformAdmin' | 'enrolments'>,
  cohort: CohortId,
): void {
  const mine = enrolments.filter((enrolment) => enrolment.cohort.id === cohort);
  if (platformAdmin || mine.some(({ role }) => role === 'trainer')) return;
  if (mine.length > 0) throw new DomainError('forbidden', 'The room is open to the trainers of the cohort.');
  throw unknownCohort();
}

export const unknownCohort = () =>
  new DomainError('not-found', 'There is no such cohort. Open it from your list of cohorts.');

/** @throws DomainError forbidden */
export function requirePlatformAdmin({ platformAdmin }: Pick<Person, 'platformAdmin'>): void {
  if (!platformAdmin) throw new DomainError('forbidden', 'This is open to platform admins.');
}
