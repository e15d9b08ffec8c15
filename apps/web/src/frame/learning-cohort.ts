import { cohortIdSchema, type Me } from '@lakeproof/contracts';
import { stored } from '../ui/stored.js';

export type Enrolment = Me['enrolments'][number];
export type Cohort = Enrolment['cohort'];

/** Where somebody learns: participants do, and trainers try their exercises; a cohort's admin does neither. */
export const learningIn = ({ enrolments }: Pick<Me, 'enrolments'>): readonly Enrolment[] =>
  (['participant', 'trainer'] as const).flatMap((role) => enrolments.filter((one) => one.role === role));

/** The cohort somebody chose in this browser. */
export const chosenCohort = (user: string) => stored(`lakeproof:cohort:${user}`, cohortIdSchema);

/** The one somebody chose, else the first they participate in. Undefined for those who learn in none. */
export function cohortOf(me: Pick<Me, 'id' | 'enrolments'>): Cohort | undefined {
  const cohorts = learningIn(me).map(({ cohort }) => cohort);
  const chosen = chosenCohort(me.id).read();
  return cohorts.find(({ id }) => id === chosen) ?? cohorts[0];
}
