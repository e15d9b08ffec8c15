import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Submission } from './submission.js';

/**
 * A change of a submission's state, for viewers. Ids of one submission rise in the order of its changes,
 * because its row is locked while one is written; across submissions they may commit out of order.
 */
@Entity('outbox_event')
@Index('outbox_event_by_submission', ['submissionId', 'id'])
export class OutboxEvent {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id!: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => Submission, { onDelete: 'CASCADE' })
  submissionId!: string;

  @Column({ type: 'jsonb' })
  payload!: unknown;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
