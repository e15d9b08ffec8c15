import type { Me } from '@lakeproof/contracts';

/** Only people in several cohorts have to say which one they learn in. */
export const cohortOf = ({ enrolments }: Me) =>
  enrolments.length > 1
    ? (enrolments.find(({ role }) => role === 'participant') ?? enrolments[0])?.cohort.id
    : undefined;
