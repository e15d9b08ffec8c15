import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was answered before this rule keeps the grade it gave: none of it is a retry. */
export class QuizRetries1764461100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission ADD COLUMN retry boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission DROP COLUMN retry');
  }
}
