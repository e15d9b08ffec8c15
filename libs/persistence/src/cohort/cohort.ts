import type { CohortId } from '@lakeproof/contracts';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One run of the workshop. */
@Entity('cohort')
export class Cohort {
  @PrimaryGeneratedColumn('uuid')
  id!: CohortId;

  @Column({ type: 'text', unique: true })
  name!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
