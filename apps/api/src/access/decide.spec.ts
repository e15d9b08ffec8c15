import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { cohortIdSchema, enrolmentIdSchema, type Role, userIdSchema } from '@lakeproof/contracts';
import { decide } from './decide.js';
import { policies } from './policies.js';

const cohort = cohortIdSchema.parse(randomUUID());
const otherCohort = cohortIdSchema.parse(randomUUID());
const author = userIdSchema.parse(randomUUID());
const somebody = userIdSchema.parse(randomUUID());
const submission = { cohort, author };

const enrolled = (role: Role, id = cohort) => ({
  id: enrolmentIdSchema.parse(randomUUID()),
  role,
  cohort: { id, name: 'Nimbus pilot' },
});
const person = (id: typeof author, ...enrolments: ReturnType<typeof enrolled>[]) => ({
  id,
  platformAdmin: false,
  enrolments,
});
const platformAdmin = (...enrolments: ReturnType<typeof enrolled>[]) => ({
  ...person(somebody, ...enrolments),
  platformAdmin: true,
});

const noCode = { no: expect.stringMatching(/open to their author and the trainer/) as unknown };
const strangers = [
  ['refused to an admin of its cohort', noCode, person(somebody, enrolled('admin'))],
  ['refused to a platform admin', noCode, platformAdmin()],
  ['hidden from another participant', 'hidden', person(somebody, enrolled('participant'))],
  ['hidden from the trainer of another cohort', 'hidden', person(somebody, enrolled('trainer', otherCohort))],
  ['hidden from the admin of another cohort', 'hidden', person(somebody, enrolled('admin', otherCohort))],
  ['hidden from somebody without a cohort', 'hidden', person(somebody)],
] as const;

describe.each(['submission.read', 'hint.open'] as const)('%s', (action) => {
  it.each([
    ['its author', 'author', person(author, enrolled('participant'))],
    ['the trainer of its cohort', 'trainer', person(somebody, enrolled('trainer'))],
    ['its author, who trains the cohort', 'trainer', person(author, enrolled('trainer'))],
    [
      'its author, who trains another cohort',
      'author',
      person(author, enrolled('participant'), enrolled('trainer', otherCohort)),
    ],
    ['a platform admin who trains the cohort', 'trainer', platformAdmin(enrolled('trainer'))],
  ] as const)('is granted to %s, as %s', (_, as, asking) => {
    expect(decide(policies[action], asking, submission)).toEqual({ as });
  });

  it.each(strangers)('is %s', (_, answer, asking) => {
    expect(decide(policies[action], asking, submission)).toEqual(answer);
  });
});

describe('submission.stop', () => {
  it.each([
    ['its author', person(author, enrolled('participant'))],
    ['its author, who trains the cohort', person(author, enrolled('trainer'))],
  ])('is granted to %s', (_, asking) => {
    expect(decide(policies['submission.stop'], asking, submission)).toEqual({ as: 'author' });
  });

  it.each([
    [
      'refused to the trainer, who is told to ask',
      { no: 'A submission is stopped by its author alone. Ask them to stop it.' },
      person(somebody, enrolled('trainer')),
    ] as const,
    ...strangers,
  ])('is %s', (_, answer, asking) => {
    expect(decide(policies['submission.stop'], asking, submission)).toEqual(answer);
  });
});

describe('room.read', () => {
  const ofTrainers = { no: 'The room is open to the trainers of the cohort.' };
  it.each([
    ['the trainer', { as: 'trainer' }, person(somebody, enrolled('trainer'))],
    ['a platform admin, of whatever cohort', { as: 'platformAdmin' }, platformAdmin()],
    ['a platform admin in it', { as: 'platformAdmin' }, platformAdmin(enrolled('admin'))],
    ['a participant', ofTrainers, person(somebody, enrolled('participant'))],
    ['an admin', ofTrainers, person(somebody, enrolled('admin'))],
    [
      'a participant who trains another cohort',
      ofTrainers,
      person(somebody, enrolled('participant'), enrolled('trainer', otherCohort)),
    ],
    ['the trainer of another cohort', 'hidden', person(somebody, enrolled('trainer', otherCohort))],
    ['somebody without a cohort', 'hidden', person(somebody)],
  ] as const)('answers %s', (_, answer, asking) => {
    expect(decide(policies['room.read'], asking, { cohort })).toEqual(answer);
  });
});

describe('what belongs to no cohort', () => {
  it('counts a role wherever it is held, the one that sees most first', () => {
    const asking = person(somebody, enrolled('participant'), enrolled('trainer', otherCohort));
    expect(decide(policies['curriculum.read'], asking)).toEqual({ as: 'trainer' });
    expect(decide(policies['curriculum.read'], person(somebody))).toEqual({ as: 'unenrolled' });
  });

  it('is refused with a sentence', () => {
    const refused = { no: 'This is open to platform admins.' };
    expect(decide(policies['health.read'], person(somebody, enrolled('trainer')))).toEqual(refused);
    expect(decide(policies['health.read'], person(somebody))).toEqual(refused);
    expect(decide(policies['health.read'], platformAdmin())).toEqual({ as: 'platformAdmin' });
  });
});
