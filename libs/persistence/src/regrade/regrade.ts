import type { RegradeId, SubmissionId } from '@lakeproof/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Claimable } from '../claimable.js';
import { isOpen, leaseCheck } from '../claims.js';
import type { Settlement } from '../grade/settle.js';
import { oneOf } from '../one-of.js';
import { Submission } from '../submission/submission.js';

const regradeStates = ['queued', 'running', 'proposed', 'failed', 'applied'] as const;
export type RegradeState = (typeof regradeStates)[number];

/**
 * A settled submission graded again. Its new verdict is a proposal until somebody applies it; what that
 * replaced is kept here, so that the history of a submission is its regrades. `state` is set by the guarded
 * SQL of this folder alone.
 */
@Entity('regrade')
@Check('regrade_state_check', oneOf('state', regradeStates))
@Check('regrade_claim_check', leaseCheck)
@Check('regrade_proposal_check', `(state IN ('proposed', 'applied')) = (proposal IS NOT NULL)`)
@Check('regrade_replaced_check', `(state = 'applied') = (replaced IS NOT NULL)`)
@Index('regrade_one_open', ['submissionId'], { unique: true, where: isOpen })
@Index('regrade_by_submission', ['submissionId', 'requestedAt'])
export class Regrade extends Claimable {
  @PrimaryGeneratedColumn('uuid')
  id!: RegradeId;

  @Column({ type: 'uuid' })
  @ForeignKey(() => Submission, { onDelete: 'CASCADE' })
  submissionId!: SubmissionId;

  /** `user:<id>`. */
  @Column({ type: 'text' })
  requestedBy!: string;

  @Column({ type: 'text', default: 'queued' })
  state!: RegradeState;

  /** What grading it again came to. */
  @Column({ type: 'jsonb', nullable: true })
  proposal!: Settlement | null;

  /** What the submission had before this was applied. */
  @Column({ type: 'jsonb', nullable: true })
  replaced!: Settlement | null;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  requestedAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  proposedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  appliedAt!: Date | null;
}
