import { cohortIdSchema, submissionIdSchema } from '@lakeproof/contracts';
import { cohortExists, submissionOwner } from '@lakeproof/persistence';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Subject } from './decide.js';
import { noSuch } from './no-such.js';
import { nothingHere } from '../http/nothing-here.js';
import type { CohortRow, SubmissionRow } from './policy-row.js';

type About = (CohortRow | SubmissionRow)['about'];

const find: Readonly<Record<About, (db: EntityManager, id: unknown) => Promise<Subject | undefined>>> = {
  async cohort(db, id) {
    const cohort = idOf(cohortIdSchema, id);
    return (await cohortExists(db, cohort)) ? { cohort } : undefined;
  },
  async submission(db, id) {
    const owner = await submissionOwner(db, idOf(submissionIdSchema, id));
    return owner && { cohort: owner.cohort, author: owner.user };
  },
};

/**
 * What a request is about, by the `:id` in its path.
 * @throws DomainError not-found
 */
export async function subjectOf(db: EntityManager, about: About, id: unknown): Promise<Subject> {
  const subject = await find[about](db, id);
  if (!subject) throw noSuch[about]();
  return subject;
}

function idOf<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw nothingHere();
  return parsed.data;
}
