import {
  queueNames,
  submissionKindSchema,
  submissionStateSchema,
  type EnrolmentId,
  type IntegrityNote,
  type QueueName,
  type SubmissionFile,
  type SubmissionId,
  type SubmissionKind,
  type SubmissionState,
  type Verdict,
} from '@lakeproof/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { isOpen, leaseCheck, waits } from '../claims.js';
import { Claimable } from '../claimable.js';
import { Enrolment } from '../cohort/enrolment.js';
import { oneOf } from '../one-of.js';

/** The files a person sent for one exercise. `state` is set by guarded SQL of named files alone. */
@Entity('submission')
@Check('submission_kind_check', oneOf('kind', submissionKindSchema.options))
@Check('submission_queue_check', oneOf('queue', queueNames))
@Check('submission_state_check', oneOf('state', submissionStateSchema.options))
@Check('submission_claim_check', leaseCheck)
@Check('submission_verdict_check', `(state IN ('graded', 'rejected', 'failed')) = (verdict IS NOT NULL)`)
@Index('submission_by_enrolment', ['enrolmentId', 'exercise', 'createdAt'])
@Index('submission_by_exercise', ['exercise', 'createdAt'])
@Index('submission_waiting', ['queue', 'createdAt'], { where: waits })
@Index('submission_one_running', ['enrolmentId'], { unique: true, where: `state = 'running'` })
@Index('submission_one_under_way', ['enrolmentId', 'exercise', 'kind'], {
  unique: true,
  where: isOpen,
})
export class Submission extends Claimable {
  @PrimaryGeneratedColumn('uuid')
  id!: SubmissionId;

  @Column({ type: 'uuid' })
  @ForeignKey(() => Enrolment)
  enrolmentId!: EnrolmentId;

  /** Slug of the exercise. */
  @Column({ type: 'text' })
  exercise!: string;

  /** The exercise version it was sent for; once settled, the one it was graded against. */
  @Column({ type: 'text' })
  exerciseDigest!: string;

  @Column({ type: 'text' })
  queue!: QueueName;

  @Column({ type: 'text' })
  kind!: SubmissionKind;

  @Column({ type: 'jsonb' })
  files!: SubmissionFile[];

  @Column({ type: 'text', default: 'queued' })
  state!: SubmissionState;

  /** Answers to a quiz after the first ones: no attempt, and no grade comes of it. */
  @Column({ type: 'boolean', default: false })
  retry!: boolean;

  @Column({ type: 'jsonb', nullable: true })
  verdict!: Verdict | null;

  /** 0 to 1; null when not graded. */
  @Column({ type: 'double precision', nullable: true })
  score!: number | null;

  /** For the cohort's trainers, never for its author: that is why it is no part of the verdict. */
  @Column({ type: 'jsonb', default: () => `'[]'` })
  integrity!: IntegrityNote[];

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  /** When it ended, in whatever way. */
  @Column({ type: 'timestamptz', nullable: true })
  settledAt!: Date | null;
}
