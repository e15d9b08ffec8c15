import { canaryOutcomeSchema, type CanaryOutcome } from '@lakeproof/contracts';
import { Check, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from '../one-of.js';

/** The platform's own suite graded on its own exercise, while a class is on. No person's, no attempt. */
@Entity('canary')
@Check('canary_outcome_check', oneOf('outcome', canaryOutcomeSchema.options))
export class Canary {
  @PrimaryGeneratedColumn('increment', { type: 'bigint' })
  id!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  /** Name of the worker that graded it. */
  @Column({ type: 'text' })
  worker!: string;

  @Column({ type: 'text' })
  outcome!: CanaryOutcome;

  @Column({ type: 'double precision', nullable: true })
  seconds!: number | null;

  @Column({ type: 'text' })
  expected!: string;

  @Column({ type: 'text', nullable: true })
  got!: string | null;

  @Column({ type: 'text', nullable: true })
  problem!: string | null;
}
