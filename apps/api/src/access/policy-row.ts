import type { Role } from '@lakeproof/contracts';

/**
 * As what somebody asks: by a role in a cohort, as a submission's author, or by what holds everywhere. Who asks
 * as several is granted a thing as the first of them that may.
 */
export const capacities = [
  'trainer',
  'author',
  'participant',
  'admin',
  'platformAdmin',
  'unenrolled',
] as const;
export type Capacity = (typeof capacities)[number];

/** Told to who may know that the thing exists: a sentence that says what to do. */
export interface Refusal {
  readonly no: string;
}

export const no = (sentence: string): Refusal => ({ no: sentence });

/** `hidden`: as if the thing did not exist. */
export type Answer = 'yes' | 'hidden' | Refusal;

/** By where a role is held: in the cohort of the thing, or in another one. */
interface ByCohort {
  readonly own: Answer;
  readonly other: Answer;
}

/** Held in no cohort. `unenrolled`: signed in, and neither in a cohort nor a platform admin. */
type Everywhere = 'platformAdmin' | 'unenrolled';

/** Belongs to no cohort; a role counts wherever it is held. */
type PlatformRow = { readonly about: 'platform' } & Readonly<
  Record<Role | Everywhere, Exclude<Answer, 'hidden'>>
>;

type InCohort = Readonly<Record<Role, ByCohort>> & Readonly<Record<Everywhere, Answer>>;

/** Of the cohort whose id the path has as `:id`. */
export type CohortRow = { readonly about: 'cohort' } & InCohort;

/** Of the submission whose id the path has as `:id`. */
export type SubmissionRow = { readonly about: 'submission'; readonly author: Answer } & InCohort;

/** Done under an enrolment of one's own, which the request may leave open: `learning-enrolment.ts` picks it. */
export type EnrolmentRow = { readonly about: 'enrolment' } & Readonly<Record<Role, 'yes' | 'no'>>;

export type PolicyRow = PlatformRow | CohortRow | SubmissionRow | EnrolmentRow;
