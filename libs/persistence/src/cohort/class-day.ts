import type { CohortId } from '@lakeproof/contracts';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Cohort } from './cohort.js';

/** The hours of a day on which a cohort has class: sandboxes are warmed for it. */
@Entity('class_day')
@Unique(['cohortId', 'startsAt'])
@Check('class_day_check', 'ends_at > starts_at')
@Index('class_day_by_end', ['endsAt'])
export class ClassDay {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column({ type: 'uuid' })
  @ForeignKey(() => Cohort)
  cohortId!: CohortId;

  @Column({ type: 'timestamptz' })
  startsAt!: Date;

  @Column({ type: 'timestamptz' })
  endsAt!: Date;
}
