import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE class_day (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    cohort_id uuid NOT NULL REFERENCES cohort,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    UNIQUE (cohort_id, starts_at),
    CONSTRAINT class_day_check CHECK (ends_at > starts_at)
  )`,
  `CREATE INDEX class_day_by_end ON class_day (ends_at)`,
  `CREATE TABLE canary (
    id bigserial PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    worker text NOT NULL,
    outcome text NOT NULL,
    seconds double precision,
    expected text NOT NULL,
    got text,
    problem text,
    CONSTRAINT canary_outcome_check CHECK (outcome IN ('right', 'wrong', 'failed', 'skipped'))
  )`,
];

export class ClassDaysAndCanaries1764036200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE canary, class_day');
  }
}
