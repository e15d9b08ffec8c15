import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE INDEX grade_by_submission ON grade (submission_id)`,
  `CREATE INDEX submission_key_by_submission ON submission_key (submission_id)`,
];

const back = [`DROP INDEX public.submission_key_by_submission`, `DROP INDEX public.grade_by_submission`];

export class IndexesOfReferences1796024288278 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}
