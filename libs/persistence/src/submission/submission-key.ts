import type { EnrolmentId, SubmissionId } from '@lakeproof/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Enrolment } from '../cohort/enrolment.js';
import { Submission } from './submission.js';

/**
 * An idempotency key and the submission it was answered with. A table of its own, because a waiting
 * `run` whose files were replaced answers to the keys of all the requests that went into it.
 */
@Entity('submission_key')
@Index('submission_key_by_submission', ['submissionId'])
export class SubmissionKey {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => Enrolment)
  enrolmentId!: EnrolmentId;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => Submission, { onDelete: 'CASCADE' })
  submissionId!: SubmissionId;

  /** What the request with this key held; null of those from before it was kept. */
  @Column({ type: 'text', nullable: true })
  contentDigest!: string | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
