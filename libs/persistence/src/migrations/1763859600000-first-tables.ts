import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = [
  `CREATE TABLE app_user (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    email text NOT NULL UNIQUE,
    name text NOT NULL,
    password_hash text NOT NULL,
    platform_admin boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE cohort (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    name text NOT NULL UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE TABLE enrolment (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id uuid NOT NULL REFERENCES app_user,
    cohort_id uuid NOT NULL REFERENCES cohort,
    role text NOT NULL CHECK (role IN ('participant', 'trainer', 'admin')),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (user_id, cohort_id)
  )`,
  `CREATE TABLE submission (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    enrolment_id uuid NOT NULL REFERENCES enrolment,
    exercise text NOT NULL,
    exercise_digest text NOT NULL,
    queue text NOT NULL CHECK (queue IN ('warm', 'cluster')),
    kind text NOT NULL CHECK (kind IN ('run', 'submit')),
    files jsonb NOT NULL,
    state text NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'graded', 'rejected', 'failed')),
    attempt integer NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    claim_owner text,
    claim_expires_at timestamptz,
    verdict jsonb,
    score double precision,
    created_at timestamptz NOT NULL DEFAULT now(),
    started_at timestamptz,
    settled_at timestamptz,
    CONSTRAINT submission_claim_check CHECK ((state = 'running') = (claim_expires_at IS NOT NULL)),
    CONSTRAINT submission_verdict_check
      CHECK ((state IN ('graded', 'rejected', 'failed')) = (verdict IS NOT NULL))
  )`,
  `CREATE INDEX submission_by_exercise ON submission (enrolment_id, exercise, created_at)`,
  `CREATE INDEX submission_waiting ON submission (queue, created_at) WHERE state = 'queued'`,
  `CREATE UNIQUE INDEX submission_one_running ON submission (enrolment_id) WHERE state = 'running'`,
  `CREATE TABLE submission_key (
    enrolment_id uuid REFERENCES enrolment,
    key text,
    submission_id uuid NOT NULL REFERENCES submission ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (enrolment_id, key)
  )`,
  `CREATE TABLE grade (
    enrolment_id uuid REFERENCES enrolment,
    exercise text,
    submission_id uuid NOT NULL REFERENCES submission,
    score double precision NOT NULL,
    points double precision NOT NULL,
    max_points double precision NOT NULL,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (enrolment_id, exercise)
  )`,
  `CREATE TABLE audit_entry (
    id bigserial PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    action text NOT NULL,
    subject uuid NOT NULL,
    details jsonb NOT NULL DEFAULT '{}'
  )`,
  `CREATE INDEX audit_entry_by_subject ON audit_entry (subject, id)`,
  `CREATE TABLE outbox_event (
    id bigserial PRIMARY KEY,
    submission_id uuid NOT NULL REFERENCES submission ON DELETE CASCADE,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  `CREATE INDEX outbox_event_by_submission ON outbox_event (submission_id, id)`,
  // connect-pg-simple's own table, as its table.sql has it.
  `CREATE TABLE session (
    sid varchar PRIMARY KEY COLLATE "default",
    sess json NOT NULL,
    expire timestamp(6) NOT NULL
  )`,
  `CREATE INDEX session_expire ON session (expire)`,
];

export class FirstTables1763859600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE session, outbox_event, audit_entry, grade, submission_key, submission, enrolment, cohort, app_user`,
    );
  }
}
