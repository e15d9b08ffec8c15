import type { WorkerFaults, WorkerPulse } from '@lakeproof/contracts';

export interface WorkerHealth {
  readonly up: boolean;
  readonly message: string;
  /** Sandboxes of the workers that can grade. */
  readonly warm: number;
  readonly busy: number;
  /** Of all workers that live. */
  readonly faults: WorkerFaults;
}

export const noFaults: WorkerFaults = { count: 0, lastAt: null };

const sandboxes = (count: number) => `${String(count)} ${count === 1 ? 'sandbox' : 'sandboxes'}`;

/** Whether somebody can grade, as a sentence for people. */
export function workerHealth(pulses: readonly WorkerPulse[]): WorkerHealth {
  const ready = pulses.filter((pulse) => pulse.ready);
  const warm = ready.reduce((sum, pulse) => sum + pulse.warm, 0);
  const busy = ready.reduce((sum, pulse) => sum + pulse.busy, 0);
  const seen = { warm, busy, faults: faultsOf(pulses) };
  if (ready.length > 0)
    return { up: true, message: `${sandboxes(warm)} warm, ${sandboxes(busy)} at work.`, ...seen };
  const problem =
    pulses.length === 0
      ? 'No worker shows that it lives. Start one; submissions wait until then.'
      : pulses.find((pulse) => pulse.problem !== null)?.problem;
  return { up: false, message: problem ?? 'A worker is warming up its first sandbox.', ...seen };
}

const faultsOf = (pulses: readonly WorkerPulse[]): WorkerFaults => ({
  count: pulses.reduce((sum, { faults }) => sum + faults.count, 0),
  // All of one format and one time zone: the last in the alphabet is the latest.
  lastAt: pulses.reduce<string | null>((last, { faults: { lastAt } }) => {
    return lastAt !== null && (last === null || lastAt > last) ? lastAt : last;
  }, null),
});
