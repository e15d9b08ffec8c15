import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // The newest is what its author means. Those before it end as if they had been stopped, and are written down.
  `WITH older AS (
     SELECT id, state, exercise, kind, attempt FROM submission s
     WHERE state IN ('queued', 'running') AND EXISTS (
       SELECT 1 FROM submission n
       WHERE n.enrolment_id = s.enrolment_id AND n.exercise = s.exercise AND n.kind = s.kind
         AND n.state IN ('queued', 'running') AND (n.created_at, n.id) > (s.created_at, s.id))
   ), stopped AS (
     UPDATE submission s
     SET state = 'stopped', settled_at = now(), claim_owner = NULL, claim_expires_at = NULL
     FROM older o WHERE s.id = o.id
   ), noted AS (
     INSERT INTO outbox_event (submission_id, payload) SELECT id, '{"state": "stopped"}' FROM older
   )
   INSERT INTO audit_entry (actor, action, subject, details)
   SELECT 'migration', 'submission.stopped', id,
          jsonb_build_object('exercise', exercise, 'kind', kind, 'attempt', attempt, 'from', state,
                             'why', 'one-under-way')
   FROM older`,
  `CREATE UNIQUE INDEX submission_one_under_way ON submission (enrolment_id, exercise, kind)
   WHERE state IN ('queued', 'running')`,
];

export class OneSubmissionUnderWay1764461000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX submission_one_under_way');
  }
}
