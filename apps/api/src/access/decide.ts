import type { CohortId, UserId } from '@lakeproof/contracts';
import type { Person } from './person.js';
import {
  type Answer,
  capacities,
  type Capacity,
  type EnrolmentRow,
  type PolicyRow,
  type Refusal,
} from './policy-row.js';

/** What an action is done to, as far as policies go. */
export interface Subject {
  readonly cohort: CohortId;
  /** Of a submission. */
  readonly author?: UserId;
}

type Asking = Pick<Person, 'id' | 'platformAdmin' | 'enrolments'>;
type DecidedRow = Exclude<PolicyRow, EnrolmentRow>;

type Decision = { readonly as: Capacity } | Refusal | 'hidden';

/**
 * What a row of the table answers to a person: yes if one of their capacities may, else the refusal that one of
 * them may read, else nothing.
 * @param subject undefined for what belongs to no cohort
 */
export function decide(row: DecidedRow, person: Asking, subject?: Subject): Decision {
  const answers = capacities.flatMap((as) =>
    answersTo(as, row, person, subject).map((answer) => ({ as, answer })),
  );
  const granted = answers.find(({ answer }) => answer === 'yes');
  if (granted) return { as: granted.as };
  return answers.map(({ answer }) => answer).find(isRefusal) ?? 'hidden';
}

const isRefusal = (answer: Answer): answer is Refusal => typeof answer === 'object';

function answersTo(as: Capacity, row: DecidedRow, person: Asking, subject?: Subject): readonly Answer[] {
  switch (as) {
    case 'author':
      return row.about === 'submission' && subject?.author === person.id ? [row.author] : [];
    case 'platformAdmin':
      return person.platformAdmin ? [row.platformAdmin] : [];
    case 'unenrolled':
      return person.enrolments.length === 0 && !person.platformAdmin ? [row.unenrolled] : [];
    default:
      return person.enrolments
        .filter(({ role }) => role === as)
        .map(({ cohort }) =>
          row.about === 'platform' ? row[as] : row[as][cohort.id === subject?.cohort ? 'own' : 'other'],
        );
  }
}
