import type { Role } from '@lakeproof/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Cohort } from './cohort.js';
import { User } from './user.js';

/** A person's role in a cohort. */
@Entity('enrolment')
@Unique(['userId', 'cohortId'])
@Check('enrolment_role_check', `role IN ('participant', 'trainer', 'admin')`)
export class Enrolment {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => User)
  userId!: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => Cohort)
  cohortId!: string;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
