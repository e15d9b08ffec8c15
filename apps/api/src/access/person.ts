import type { CohortId, EnrolmentId, Role, UserId } from '@lakeproof/contracts';

/** Who sends a request, with their role in each of their cohorts. */
export interface Person {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly platformAdmin: boolean;
  readonly enrolments: readonly PersonEnrolment[];
}

export interface PersonEnrolment {
  readonly id: EnrolmentId;
  readonly role: Role;
  readonly cohort: { readonly id: CohortId; readonly name: string };
}
