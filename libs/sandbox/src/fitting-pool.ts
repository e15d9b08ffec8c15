const mebibytes = 1024 ** 2;

/** What a sandbox is given that waits: with its job on top it took 1.1 GiB at most (docs/benchmarks.md). */
export const waitingMiB = 1536;
/** What one at work is given, and a lab's; and what Postgres, Redis and the rest of the machine keep. */
const sandboxMiB = 2048;
const labMiB = 4096;
const reservedMiB = 2048;
/** A cohort has no more seats than this. */
const mostWarmInClass = 10;

/** How many sandboxes fit a machine. */
export interface FittingPool {
  /** Submissions graded at the same time, and labs beside them. */
  readonly atOnce: number;
  readonly clusterAtOnce: number;
  readonly warm: number;
  /** Kept warm while a class is on. */
  readonly warmInClass: number;
  /** What all sandboxes together may be given. */
  readonly memoryMiB: number;
}

/**
 * How many sandboxes fit a machine, unless told otherwise. A sandbox runs two variants at a time and leaves a
 * fifth of two cores unused: one for each core uses them up (docs/benchmarks.md); beyond one more than that, warm
 * ones would only hold memory. A lab waits for its executors more than it computes: one goes beside the others,
 * more where four cores are there for each.
 */
export function fittingPool({ cores, memoryBytes }: { cores: number; memoryBytes: number }): FittingPool {
  const all = Math.floor(memoryBytes / mebibytes) - reservedMiB;
  // Limits are no reservations: a lab and one sandbox run on any machine, if slowly on a small one.
  const memoryMiB = Math.max(sandboxMiB + labMiB, all);
  const atOnce = Math.max(1, Math.min(cores, Math.floor((all - waitingMiB) / sandboxMiB)));
  const atWork = atOnce * sandboxMiB;
  const besideLabs = Math.floor((all - atWork - waitingMiB) / labMiB);
  const clusterAtOnce = Math.max(1, Math.min(Math.floor(cores / 4), besideLabs));
  const byMemory = Math.floor((all - atWork) / waitingMiB);
  const warm = Math.max(1, Math.min(atOnce + 1, byMemory));
  const warmInClass = Math.max(warm, Math.min(mostWarmInClass, byMemory));
  return { atOnce, clusterAtOnce, warm, warmInClass, memoryMiB };
}
