/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it } from '@jest/globals';
import { meSchema, type Role } from '@lakeproof/contracts';
import { chosenCohort, cohortOf, learningIn } from './learning-cohort.js';

const ids = {
  nimbus: '5f1c5b0e-8a8e-4f6f-8b57-0c7f3c1d2e4a',
  cirrus: '6f1c5b0e-8a8e-4f6f-8b57-0c7f3c1d2e4a',
};
type Name = keyof typeof ids;

const person = (...enrolments: readonly (readonly [Name, Role])[]) =>
  meSchema.parse({
    ...{ id: ids.nimbus, name: 'Ada', email: 'ada@lakeproof.test', platformAdmin: false },
    enrolments: enrolments.map(([name, role]) => ({ id: ids[name], role, cohort: { id: ids[name], name } })),
  });
const choose = (id: string) => {
  localStorage.setItem(`lakeproof:cohort:${ids.nimbus}`, JSON.stringify(id));
};

afterEach(() => {
  localStorage.clear();
});

describe('the cohort somebody learns in', () => {
  it.each([
    ['is the one they have', [['nimbus', 'participant']], 'nimbus'],
    [
      'is the newest of several',
      [
        ['cirrus', 'participant'],
        ['nimbus', 'participant'],
      ],
      'cirrus',
    ],
    [
      'is where they participate before where they teach',
      [
        ['cirrus', 'trainer'],
        ['nimbus', 'participant'],
      ],
      'nimbus',
    ],
    ['is where they teach, if they participate in none', [['cirrus', 'trainer']], 'cirrus'],
    ['is none where they only look after it', [['cirrus', 'admin']], undefined],
  ] as const)('%s', (_, enrolments, name) => {
    expect(cohortOf(person(...enrolments))?.name).toBe(name);
  });

  it('is the one they chose', () => {
    const me = person(['cirrus', 'participant'], ['nimbus', 'trainer']);
    const [, second] = learningIn(me);
    if (second) chosenCohort(me.id).keep(second.cohort.id);
    expect(cohortOf(me)?.name).toBe('nimbus');
  });

  it.each([
    ['they have left', '7f1c5b0e-8a8e-4f6f-8b57-0c7f3c1d2e4a'],
    ['they do not learn in any more', ids.cirrus],
  ])('is not one they chose that %s', (_, id) => {
    choose(id);
    expect(cohortOf(person(['cirrus', 'admin'], ['nimbus', 'participant']))?.name).toBe('nimbus');
  });
});
