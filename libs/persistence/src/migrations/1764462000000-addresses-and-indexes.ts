import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // As signing in looks an address up. Of two that become the same by it, the one that nobody could sign in with …
  `UPDATE app_user u SET email = lower(btrim(email, E' \\t\\n\\r'))
   WHERE email <> lower(btrim(email, E' \\t\\n\\r')) AND NOT EXISTS (
     SELECT 1 FROM app_user o
     WHERE o.id <> u.id AND lower(btrim(o.email, E' \\t\\n\\r')) = lower(btrim(u.email, E' \\t\\n\\r')))`,
  // … and what is no address stays a row of its own, without one.
  `UPDATE app_user SET email = id || '@address.invalid'
   WHERE NOT (email = lower(email) AND email !~ '\\s' AND email LIKE '_%@_%' AND char_length(email) <= 320)`,
  `ALTER TABLE app_user ADD CONSTRAINT app_user_email_check
   CHECK (email = lower(email) AND email !~ '\\s' AND email LIKE '_%@_%' AND char_length(email) <= 320)`,
  'CREATE INDEX enrolment_by_cohort ON enrolment (cohort_id)',
  'ALTER INDEX submission_by_exercise RENAME TO submission_by_enrolment',
  'CREATE INDEX submission_by_exercise ON submission (exercise, created_at)',
];

const back = [
  'DROP INDEX submission_by_exercise',
  'ALTER INDEX submission_by_enrolment RENAME TO submission_by_exercise',
  'DROP INDEX enrolment_by_cohort',
  'ALTER TABLE app_user DROP CONSTRAINT app_user_email_check',
];

export class AddressesAndIndexes1764462000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}
