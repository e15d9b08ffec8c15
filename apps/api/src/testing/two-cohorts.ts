import { randomUUID } from 'node:crypto';
import {
  cohortIdSchema,
  type CohortId,
  submissionReceiptSchema,
  type SubmissionId,
} from '@lakeproof/contracts';
import type { Capacity } from '../access/policy-row.js';
import type { ApiUnderTest } from './api-under-test.js';
import { newSession } from './event-stream.js';
import { goodBody, submissionsOfFixture } from './submit.js';

export interface CohortUnderTest {
  readonly cohort: CohortId;
  /** By its author; of the other cohort by a participant of it. */
  readonly submission: SubmissionId;
}

export interface TwoCohorts {
  readonly own: CohortUnderTest;
  readonly other: CohortUnderTest;
  /** Sessions of people who are nothing but this, in the own cohort where it is a cohort's. */
  readonly sessions: Readonly<Record<Capacity, string>>;
}

/** Adds to the demo cohort those it lacks, and a cohort of which none of them is. */
export async function twoCohorts(api: ApiUnderTest): Promise<TwoCohorts> {
  const own = await addCohort(api, 'Nimbus pilot');
  const other = await addCohort(api, 'Stratus pilot');
  await addPerson(api, 'cohort-admin', { enrolment: [own, 'admin'] });
  await addPerson(api, 'platform-admin', { platformAdmin: true });
  await addPerson(api, 'unenrolled');
  await addPerson(api, 'stranger', { enrolment: [other, 'participant'] });
  const author = await newSession(api, 'grace');
  return {
    own: { cohort: own, submission: await submittedIn(api, author) },
    other: { cohort: other, submission: await submittedIn(api, await newSession(api, 'stranger')) },
    sessions: {
      author,
      trainer: await newSession(api, 'trainer'),
      participant: await newSession(api, 'ada'),
      admin: await newSession(api, 'cohort-admin'),
      platformAdmin: await newSession(api, 'platform-admin'),
      unenrolled: await newSession(api, 'unenrolled'),
    },
  };
}

async function addCohort({ database }: ApiUnderTest, name: string): Promise<CohortId> {
  const sql = 'INSERT INTO cohort (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET name = $1 RETURNING id';
  const [row] = await database.dataSource.query<{ id: string }[]>(sql, [name]);
  return cohortIdSchema.parse(row?.id);
}

/** Somebody with the password of the demo. */
async function addPerson(
  { database }: ApiUnderTest,
  name: string,
  { platformAdmin = false, enrolment }: { platformAdmin?: boolean; enrolment?: [CohortId, string] } = {},
): Promise<void> {
  await database.dataSource.query(
    `INSERT INTO app_user (email, name, password_hash, platform_admin)
     SELECT $1 || '@lakeproof.test', $1, password_hash, $2 FROM app_user WHERE email = 'ada@lakeproof.test'`,
    [name, platformAdmin],
  );
  if (enrolment)
    await database.dataSource.query(
      `INSERT INTO enrolment (user_id, cohort_id, role)
       SELECT id, $2, $3 FROM app_user WHERE email = $1 || '@lakeproof.test'`,
      [name, ...enrolment],
    );
}

async function submittedIn({ url }: ApiUnderTest, cookie: string): Promise<SubmissionId> {
  const response = await fetch(url + submissionsOfFixture, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
    body: JSON.stringify(goodBody),
  });
  return submissionReceiptSchema.parse(await response.json()).id;
}
