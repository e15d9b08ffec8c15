import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Who changed what about a grade or a submission, and when. Rows are only ever added. */
@Entity('audit_entry')
@Index('audit_entry_by_subject', ['subject', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  /** `worker:<name>` or `user:<id>`. */
  @Column({ type: 'text' })
  actor!: string;

  /** `submission.graded`, `submission.given-back`, ... */
  @Column({ type: 'text' })
  action!: string;

  /** Id of what was changed. */
  @Column({ type: 'uuid' })
  subject!: string;

  @Column({ type: 'jsonb', default: () => `'{}'` })
  details!: unknown;
}
