import type { Role } from '@lakeproof/contracts';
import type { EntityManager } from 'typeorm';
import { hashPassword } from '../people/passwords.js';

/** What everybody in the demo cohort signs in with. */
export const demoPassword = 'lakeproof-demo';

const demoCohort = 'Nimbus pilot';

const demoPeople: readonly { email: string; name: string; role: Role; platformAdmin: boolean }[] = [
  { email: 'trainer@lakeproof.test', name: 'Toni Trainer', role: 'trainer', platformAdmin: false },
  { email: 'admin@lakeproof.test', name: 'Alex Admin', role: 'admin', platformAdmin: true },
  { email: 'ada@lakeproof.test', name: 'Ada Marsh', role: 'participant', platformAdmin: false },
  { email: 'grace@lakeproof.test', name: 'Grace Rivers', role: 'participant', platformAdmin: false },
  { email: 'linus@lakeproof.test', name: 'Linus Lake', role: 'participant', platformAdmin: false },
];

/**
 * Adds the demo cohort, its people and a class on the day after. What is there already stays as it is,
 * passwords included.
 */
export async function seedDemo(db: EntityManager): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.query('INSERT INTO cohort (name) VALUES ($1) ON CONFLICT DO NOTHING', [demoCohort]);
    await tx.query(
      `INSERT INTO class_day (cohort_id, starts_at, ends_at)
       SELECT id, tomorrow + interval '9 hours', tomorrow + interval '17 hours'
       FROM cohort, LATERAL (
         SELECT date_trunc('day', now() AT TIME ZONE 'UTC' + interval '1 day') AT TIME ZONE 'UTC' AS tomorrow) t
       WHERE name = $1 AND NOT EXISTS (SELECT 1 FROM class_day d WHERE d.cohort_id = cohort.id)`,
      [demoCohort],
    );
    for (const { email, name, role, platformAdmin } of demoPeople) {
      await tx.query(
        `INSERT INTO app_user (email, name, password_hash, platform_admin)
         VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
        [email, name, await hashPassword(demoPassword), platformAdmin],
      );
      await tx.query(
        `INSERT INTO enrolment (user_id, cohort_id, role)
         SELECT u.id, c.id, $3 FROM app_user u, cohort c WHERE u.email = $1 AND c.name = $2
         ON CONFLICT DO NOTHING`,
        [email, demoCohort, role],
      );
    }
  });
}
