import { describe, expect, it } from '@jest/globals';
import { meSchema, type Role } from '@lakeproof/contracts';
import { mayAdminister, mayTeach } from './access.js';

const here = '5f1c5b0e-8a8e-4f6f-8b57-0c7f3c1d2e4a';
const elsewhere = '6f1c5b0e-8a8e-4f6f-8b57-0c7f3c1d2e4a';

const person = (role: Role, cohort: string, platformAdmin = false) =>
  meSchema.parse({
    ...{ id: here, name: 'Toni', email: 'toni@lakeproof.test', platformAdmin },
    enrolments: [{ id: here, role, cohort: { id: cohort, name: 'Nimbus' } }],
  });

describe('the pages of a cohort', () => {
  it.each([
    ['its participant', person('participant', here), false, false],
    ['its trainer', person('trainer', here), true, false],
    ['its admin', person('admin', here), false, true],
    ["another one's trainer", person('trainer', elsewhere), false, false],
    ["another one's admin", person('admin', elsewhere), false, false],
    ['a platform admin', person('participant', elsewhere, true), true, true],
  ])('for %s', (_, me, teaches, administers) => {
    expect(mayTeach(me, { cohort: here })).toBe(teaches);
    expect(mayAdminister(me, { cohort: here })).toBe(administers);
  });
});

describe('the pages of the platform', () => {
  it('are open to platform admins alone', () => {
    expect(mayAdminister(person('admin', here), {})).toBe(false);
    expect(mayAdminister(person('admin', here, true), {})).toBe(true);
  });
});
