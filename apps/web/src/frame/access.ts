import type { Me, Role } from '@lakeproof/contracts';

type Person = Pick<Me, 'platformAdmin' | 'enrolments'>;
/** Of an address. The page of no cohort is for platform admins. */
interface OfCohort {
  readonly cohort?: string;
}

const isIn = ({ enrolments }: Person, role: Role, id: string | undefined) =>
  enrolments.some((one) => one.role === role && one.cohort.id === id);

export const mayTeach = (me: Person, { cohort }: OfCohort): boolean =>
  me.platformAdmin || isIn(me, 'trainer', cohort);

export const mayAdminister = (me: Person, { cohort }: OfCohort): boolean =>
  me.platformAdmin || isIn(me, 'admin', cohort);
