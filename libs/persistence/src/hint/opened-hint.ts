import type { EnrolmentId } from '@lakeproof/contracts';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Enrolment } from '../cohort/enrolment.js';

/** A hint somebody asked for: trainers count them, and a reload shows them again. Rows are only ever added. */
@Entity('opened_hint')
@Check('opened_hint_level_check', 'level > 0')
export class OpenedHint {
  @PrimaryColumn({ type: 'uuid' })
  @ForeignKey(() => Enrolment)
  enrolmentId!: EnrolmentId;

  /** Slug of the exercise. */
  @PrimaryColumn({ type: 'text' })
  exercise!: string;

  /** Name of the mutant. */
  @PrimaryColumn({ type: 'text' })
  variant!: string;

  /** 1 is the first hint. */
  @PrimaryColumn({ type: 'integer' })
  level!: number;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  openedAt!: Date;
}
