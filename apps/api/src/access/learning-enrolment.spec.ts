import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { cohortIdSchema, enrolmentIdSchema, type Role } from '@lakeproof/contracts';
import type { PersonEnrolment } from './person.js';
import { enrolmentToShow, enrolmentToSubmit } from './learning-enrolment.js';

const enrolment = (role: Role, name: string): PersonEnrolment => ({
  id: enrolmentIdSchema.parse(randomUUID()),
  role,
  cohort: { id: cohortIdSchema.parse(randomUUID()), name },
});
const ada = enrolment('participant', 'Nimbus pilot');
const grace = enrolment('participant', 'Stratus');
const trainer = enrolment('trainer', 'Cirrus');
const admin = enrolment('admin', 'Cumulus');

describe('the enrolment of a submission', () => {
  it.each([
    ['the only one', [ada], undefined, ada],
    ['the only one as a participant', [trainer, ada, admin], undefined, ada],
    ["a trainer's own, who tries an exercise", [trainer, admin], undefined, trainer],
    ['the one of the named cohort', [ada, grace], grace.cohort.id, grace],
    ["the named cohort's, also as its trainer", [ada, trainer], trainer.cohort.id, trainer],
  ])('is %s', (_, enrolments, cohort, expected) => {
    expect(enrolmentToSubmit(enrolments, cohort)).toBe(expected);
  });

  it.each([
    ['there is none', [], undefined, 'no-enrolment'],
    ['it is an admin only', [admin], undefined, 'no-enrolment'],
    ['the named cohort is a foreign one', [ada], grace.cohort.id, 'no-enrolment'],
    ['the named cohort is one that they administrate', [ada, admin], admin.cohort.id, 'no-enrolment'],
    ['it could be either of two', [ada, grace], undefined, 'invalid-request'],
  ])('is refused when %s', (_, enrolments, cohort, code) => {
    expect(() => enrolmentToSubmit(enrolments, cohort)).toThrow(expect.objectContaining({ code }));
  });
});

describe('the enrolment whose standings are shown', () => {
  it('is the newest of several, and nobody has to choose', () => {
    expect(enrolmentToShow([ada, grace, trainer], undefined)).toBe(ada);
  });

  it('is the named one', () => {
    expect(enrolmentToShow([ada, grace], grace.cohort.id)).toBe(grace);
    expect(() => enrolmentToShow([ada], grace.cohort.id)).toThrow(
      expect.objectContaining({ code: 'no-enrolment' }),
    );
  });

  it('is none for an admin', () => {
    expect(enrolmentToShow([admin], undefined)).toBeUndefined();
  });
});
