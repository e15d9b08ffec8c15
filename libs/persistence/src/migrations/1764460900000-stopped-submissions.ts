import type { MigrationInterface, QueryRunner } from 'typeorm';

const stateCheck = (states: string) => [
  'ALTER TABLE submission DROP CONSTRAINT submission_state_check',
  `ALTER TABLE submission ADD CONSTRAINT submission_state_check CHECK (state IN (${states}))`,
];
const before = `'queued', 'running', 'graded', 'rejected', 'failed'`;

export class StoppedSubmissions1764460900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of stateCheck(`${before}, 'stopped'`)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM submission WHERE state = 'stopped'`);
    for (const statement of stateCheck(before)) await runner.query(statement);
  }
}
