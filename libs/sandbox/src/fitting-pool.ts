import { type QueueName, queueNames, queues } from '@lakeproof/contracts';

const mebibytes = 1024 ** 2;

/** What a sandbox is given that waits: with its job on top it took 1.1 GiB at most (docs/benchmarks.md). */
export const waitingMiB = 1536;
/** What Postgres, Redis and the rest of the machine keep. */
const reservedMiB = 2048;
/** A cohort has no more seats than this. */
const mostWarmInClass = 10;

/** How many sandboxes fit a machine. */
export interface FittingPool {
  /** Submissions of each queue that are graded at the same time. */
  readonly atOnce: Readonly<Record<QueueName, number>>;
  readonly warm: number;
  /** Kept warm while a class is on. */
  readonly warmInClass: number;
  /** What all sandboxes together may be given. */
  readonly memoryMiB: number;
}

/**
 * How many sandboxes fit a machine, unless told otherwise. A sandbox runs two variants at a time and leaves a
 * fifth of two cores unused: one for each core uses them up (docs/benchmarks.md); beyond one more than that, warm
 * ones would only hold memory.
 */
export function fittingPool({ cores, memoryBytes }: { cores: number; memoryBytes: number }): FittingPool {
  const all = Math.floor(memoryBytes / mebibytes) - reservedMiB;
  // Limits are no reservations: one of each queue runs on any machine, if slowly on a small one.
  const oneOfEach = queueNames.reduce((sum, name) => sum + queues[name].memoryMiB, 0);
  const memoryMiB = Math.max(oneOfEach, all);
  const atOnce = fittingAtOnce(cores, all - waitingMiB);
  const byMemory = Math.floor((all - atOnce.warm * queues.warm.memoryMiB) / waitingMiB);
  const warm = Math.max(1, Math.min(atOnce.warm + 1, byMemory));
  const warmInClass = Math.max(warm, Math.min(mostWarmInClass, byMemory));
  return { atOnce, warm, warmInClass, memoryMiB };
}

/** One at least of each queue; the first takes what it can use, the next what is left. */
function fittingAtOnce(cores: number, mebibytesFree: number): Record<QueueName, number> {
  let left = mebibytesFree;
  const counts = queueNames.map((name) => {
    const { memoryMiB, cores: each } = queues[name];
    const count = Math.max(1, Math.min(Math.floor(cores / each), Math.floor(left / memoryMiB)));
    left -= count * memoryMiB;
    return [name, count] as const;
  });
  return Object.fromEntries(counts) as Record<QueueName, number>;
}
