import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE regrade (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    submission_id uuid NOT NULL REFERENCES submission ON DELETE CASCADE,
    requested_by text NOT NULL,
    state text NOT NULL DEFAULT 'queued',
    attempt integer NOT NULL DEFAULT 0,
    failures integer NOT NULL DEFAULT 0,
    claim_owner text,
    claim_expires_at timestamptz,
    proposal jsonb,
    replaced jsonb,
    requested_at timestamptz NOT NULL DEFAULT now(),
    proposed_at timestamptz,
    applied_at timestamptz,
    CONSTRAINT regrade_state_check CHECK (state IN ('queued', 'running', 'proposed', 'failed', 'applied')),
    CONSTRAINT regrade_claim_check CHECK ((state = 'running') = (claim_expires_at IS NOT NULL)),
    CONSTRAINT regrade_proposal_check CHECK ((state IN ('proposed', 'applied')) = (proposal IS NOT NULL)),
    CONSTRAINT regrade_replaced_check CHECK ((state = 'applied') = (replaced IS NOT NULL))
  )`,
  `CREATE UNIQUE INDEX regrade_one_open ON regrade (submission_id) WHERE state IN ('queued', 'running')`,
  `CREATE INDEX regrade_by_submission ON regrade (submission_id, requested_at)`,
];

export class Regrades1764036100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE regrade');
  }
}
