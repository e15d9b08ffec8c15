import type { EnrolmentId, SubmissionId } from '@lakeproof/contracts';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Enrolment } from '../cohort/enrolment.js';
import { Submission } from '../submission/submission.js';

/** A participant's standing on an exercise: the best verdict, of a quiz the first. Written by settling and regrades. */
@Entity('grade')
@Index('grade_by_submission', ['submissionId'])
export class Grade {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => Enrolment)
  enrolmentId!: EnrolmentId;

  /** Slug of the exercise. */
  @PrimaryColumn({ type: 'text' })
  exercise!: string;

  /** The submission with the best verdict; of equal ones the first. */
  @Column({ type: 'uuid' })
  @ForeignKey(() => Submission)
  submissionId!: SubmissionId;

  /** 0 to 1. */
  @Column({ type: 'double precision' })
  score!: number;

  @Column({ type: 'double precision' })
  points!: number;

  @Column({ type: 'double precision' })
  maxPoints!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt!: Date;
}
