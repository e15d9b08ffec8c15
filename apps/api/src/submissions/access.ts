import { type CohortId, DomainError, type UserId } from '@lakeproof/contracts';
import type { Viewer } from '@lakeproof/grading';
import type { Person } from '../session/person.js';

/**
 * As whom a person may open a submission: its author sees bugs by number until they are caught, a trainer of
 * its cohort sees all.
 * @throws DomainError forbidden for the cohort's admins, who see grades but no code; not-found for everybody
 *   else, who shall not even learn that it exists
 */
export function viewerOf(
  person: Pick<Person, 'id' | 'platformAdmin' | 'enrolments'>,
  submission: { readonly user: UserId; readonly cohort: CohortId },
): Viewer {
  const roles = person.enrolments
    .filter(({ cohort }) => cohort.id === submission.cohort)
    .map(({ role }) => role);
  if (roles.includes('trainer')) return { role: 'trainer' };
  if (submission.user === person.id) return { role: 'participant' };
  if (person.platformAdmin || roles.includes('admin'))
    throw new DomainError(
      'forbidden',
      'Submissions are open to their author and the trainer. You can see grades.',
    );
  throw new DomainError('not-found', 'There is no such submission. Open it from your list of submissions.');
}

/**
 * Refuses to stop a submission of somebody else.
 * @throws DomainError forbidden for those who may see it, not-found for everybody else
 */
export function requireAuthor(
  person: Pick<Person, 'id' | 'platformAdmin' | 'enrolments'>,
  submission: { readonly user: UserId; readonly cohort: CohortId },
): void {
  if (submission.user === person.id) return;
  viewerOf(person, submission);
  throw new DomainError('forbidden', 'A submission is stopped by its author alone. Ask them to stop it.');
}
