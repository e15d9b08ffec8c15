import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenedHints1764045000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE opened_hint (
      enrolment_id uuid REFERENCES enrolment,
      exercise text,
      variant text,
      level integer,
      opened_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (enrolment_id, exercise, variant, level),
      CONSTRAINT opened_hint_level_check CHECK (level > 0)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE opened_hint');
  }
}
