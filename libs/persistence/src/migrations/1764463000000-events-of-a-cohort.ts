import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Viewers who resume after an event of before start over: the events themselves are not brought along. */
const statements = [
  'DROP TABLE outbox_event',
  `CREATE TABLE cohort_event (
    id bigserial PRIMARY KEY,
    transaction_id bigint NOT NULL,
    cohort_id uuid NOT NULL REFERENCES cohort,
    person_id uuid REFERENCES app_user,
    kind text NOT NULL,
    subject uuid NOT NULL,
    payload jsonb NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX cohort_event_by_cursor ON cohort_event (transaction_id, id)',
  'CREATE INDEX cohort_event_by_cohort ON cohort_event (cohort_id, transaction_id, id)',
  'CREATE INDEX cohort_event_by_person ON cohort_event (person_id, transaction_id, id)',
];

const back = [
  'DROP TABLE cohort_event',
  `CREATE TABLE outbox_event (
    id bigserial PRIMARY KEY,
    submission_id uuid NOT NULL REFERENCES submission ON DELETE CASCADE,
    payload jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
  )`,
  'CREATE INDEX outbox_event_by_submission ON outbox_event (submission_id, id)',
];

export class EventsOfACohort1764463000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}
