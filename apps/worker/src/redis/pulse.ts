import type { WorkerPulse } from '@lakeproof/contracts';
import type { PoolHealth } from '@lakeproof/sandbox';

/**
 * What the worker says about itself.
 * @param wasReady whether it has ever had a warm sandbox: from then on it is ready also when all are busy
 */
export function pulseOf(health: PoolHealth, wasReady: boolean): WorkerPulse {
  if (!health.ok) return { ready: false, warm: 0, busy: 0, problem: health.problem };
  const { warm, busy } = health;
  return { ready: wasReady || warm > 0, warm, busy, problem: null };
}
