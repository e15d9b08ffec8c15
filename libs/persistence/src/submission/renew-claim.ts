import type { EntityManager } from 'typeorm';
import { renew } from '../claims.js';
import type { Claim } from './claim.js';

/** Lets the claim live `lease` more seconds from now. False when it was lost: stop working. */
export const renewClaim = (
  db: EntityManager,
  claim: Pick<Claim, 'id' | 'attempt'>,
  lease: number,
): Promise<boolean> => renew(db, 'submission', claim, lease);
