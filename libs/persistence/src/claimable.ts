import { Column } from 'typeorm';

/** Columns of what waits for a worker and what a worker holds; what is done with them is said in claims.ts. */
export abstract class Claimable {
  /** How often it was claimed. Never goes down: it fences off workers that lost their claim. */
  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  /** How often infrastructure failed on it. */
  @Column({ type: 'integer', default: 0 })
  failures!: number;

  @Column({ type: 'text', nullable: true })
  claimOwner!: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  claimExpiresAt!: Date | null;
}
