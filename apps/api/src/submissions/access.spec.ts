import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  type CohortId,
  cohortIdSchema,
  enrolmentIdSchema,
  type Role,
  userIdSchema,
} from '@lakeproof/contracts';
import { requireAuthor, viewerOf } from './access.js';

const cohort = cohortIdSchema.parse(randomUUID());
const otherCohort = cohortIdSchema.parse(randomUUID());
const owner = userIdSchema.parse(randomUUID());
const somebody = userIdSchema.parse(randomUUID());
const enrolled = (role: Role, id: CohortId = cohort) => ({
  id: enrolmentIdSchema.parse(randomUUID()),
  role,
  cohort: { id, name: 'Nimbus pilot' },
});
const person = (id: typeof owner, ...enrolments: ReturnType<typeof enrolled>[]) => ({
  id,
  platformAdmin: false,
  enrolments,
});
const submission = { user: owner, cohort };

const strangers = [
  ['forbidden', 'an admin of its cohort', person(somebody, enrolled('admin'))],
  ['forbidden', 'a platform admin', { ...person(somebody), platformAdmin: true }],
  ['not-found', 'another participant of its cohort', person(somebody, enrolled('participant'))],
  ['not-found', 'the trainer of another cohort', person(somebody, enrolled('trainer', otherCohort))],
  ['not-found', 'the admin of another cohort', person(somebody, enrolled('admin', otherCohort))],
  ['not-found', 'somebody without a cohort', person(somebody)],
] as const;

describe('a submission', () => {
  it('is open to its owner', () => {
    expect(viewerOf(person(owner, enrolled('participant')), submission)).toEqual({ role: 'participant' });
  });

  it('is open to the trainer of its cohort, also to the one who made it', () => {
    expect(viewerOf(person(somebody, enrolled('trainer')), submission)).toEqual({ role: 'trainer' });
    expect(viewerOf(person(owner, enrolled('trainer')), submission)).toEqual({ role: 'trainer' });
  });

  it.each(strangers)('is %s for %s', (code, _, viewer) => {
    expect(() => viewerOf(viewer, submission)).toThrow(expect.objectContaining({ code }));
  });
});

describe('stopping a submission', () => {
  it('is for its author to do', () => {
    expect(() => {
      requireAuthor(person(owner, enrolled('participant')), submission);
    }).not.toThrow();
  });

  it.each([
    ['forbidden', 'the trainer of its cohort', person(somebody, enrolled('trainer'))] as const,
    ...strangers,
  ])('is %s for %s', (code, _, viewer) => {
    expect(() => {
      requireAuthor(viewer, submission);
    }).toThrow(expect.objectContaining({ code }));
  });
});
