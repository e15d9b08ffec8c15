import type { CohortId, EnrolmentId, Role, UserId } from '@lakeproof/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Cohort } from './cohort.js';
import { User } from '../people/user.js';

/** A person's role in a cohort. */
@Entity('enrolment')
@Unique(['userId', 'cohortId'])
@Index('enrolment_by_cohort', ['cohortId'])
@Check('enrolment_role_check', `role IN ('participant', 'trainer', 'admin')`)
export class Enrolment {
  @PrimaryGeneratedColumn('uuid')
  id!: EnrolmentId;

  @Column({ type: 'uuid' })
  @ForeignKey(() => User)
  userId!: UserId;

  @Column({ type: 'uuid' })
  @ForeignKey(() => Cohort)
  cohortId!: CohortId;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
