import type { CohortId, UserId } from '@lakeproof/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Cohort } from '../cohort/cohort.js';
import { User } from '../people/user.js';

/**
 * Something that happened in a cohort, for who watches it. Written by the very transaction that makes it happen;
 * read in the order of `transactionId`, then `id` (cursor.ts says why). Kept for days.
 */
@Entity('cohort_event')
@Index('cohort_event_by_cursor', ['transactionId', 'id'])
@Index('cohort_event_by_cohort', ['cohortId', 'transactionId', 'id'])
@Index('cohort_event_by_person', ['personId', 'transactionId', 'id'])
export class CohortEvent {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id!: string;

  /** Of the transaction that wrote it: `pg_current_xact_id()`. */
  @Column({ type: 'bigint' })
  transactionId!: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => Cohort)
  cohortId!: CohortId;

  /** Who may know of it beside the cohort's trainers; null for everybody in the cohort. */
  @Column({ type: 'uuid', nullable: true })
  @ForeignKey(() => User)
  personId!: UserId | null;

  /** What the payload is of: `submission`. */
  @Column({ type: 'text' })
  kind!: string;

  /** Id of what it is about. */
  @Column({ type: 'uuid' })
  subject!: string;

  @Column({ type: 'jsonb' })
  payload!: unknown;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
