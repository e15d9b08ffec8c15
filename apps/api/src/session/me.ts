import type { Me } from '@lakeproof/contracts';
import type { Person } from '../access/person.js';

/** What a person is told about themselves. */
export const meOf = ({ id, name, email, platformAdmin, enrolments }: Person): Me => ({
  id,
  name,
  email,
  platformAdmin,
  enrolments: enrolments.map(({ id, role, cohort }) => ({
    id,
    role,
    cohort: { id: cohort.id, name: cohort.name },
  })),
});
