import type { WorkerPulse } from '@lakeproof/contracts';

export interface WorkerHealth {
  readonly up: boolean;
  readonly message: string;
  /** Sandboxes of the workers that can grade. */
  readonly warm: number;
  readonly busy: number;
}

const sandboxes = (count: number) => `${String(count)} ${count === 1 ? 'sandbox' : 'sandboxes'}`;

/** Whether somebody can grade, as a sentence for people. */
export function workerHealth(pulses: readonly WorkerPulse[]): WorkerHealth {
  const ready = pulses.filter((pulse) => pulse.ready);
  const warm = ready.reduce((sum, pulse) => sum + pulse.warm, 0);
  const busy = ready.reduce((sum, pulse) => sum + pulse.busy, 0);
  if (ready.length > 0)
    return { up: true, message: `${sandboxes(warm)} warm, ${sandboxes(busy)} at work.`, warm, busy };
  const problem =
    pulses.length === 0
      ? 'No worker shows that it lives. Start one; submissions wait until then.'
      : pulses.find((pulse) => pulse.problem !== null)?.problem;
  return { up: false, message: problem ?? 'A worker is warming up its first sandbox.', warm, busy };
}
