import { roleSchema, type CohortId, type EnrolmentId, type Role, type UserId } from '@lakeproof/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Cohort } from './cohort.js';
import { oneOf } from '../one-of.js';
import { User } from '../people/user.js';

/** A person's role in a cohort. */
@Entity('enrolment')
@Unique(['userId', 'cohortId'])
@Index('enrolment_by_cohort', ['cohortId'])
@Check('enrolment_role_check', oneOf('role', roleSchema.options))
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
