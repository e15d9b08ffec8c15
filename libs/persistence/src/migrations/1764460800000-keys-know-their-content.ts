import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeysKnowTheirContent1764460800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission_key ADD COLUMN content_digest text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE submission_key DROP COLUMN content_digest');
  }
}
