const gibibyte = 1024 ** 3;

/** What a sandbox needs when it is busy, and what Postgres, Redis and the rest of the machine keep. */
const sandboxBytes = 2 * gibibyte;
const reservedBytes = 2 * gibibyte;

/**
 * How many sandboxes fit a machine, unless told otherwise. A sandbox runs two variants at a time, so two
 * cores are busy with one; beyond one more than that, warm ones would only hold memory.
 */
export function fittingPool({ cores, memoryBytes }: { cores: number; memoryBytes: number }) {
  const byMemory = Math.max(2, Math.floor((memoryBytes - reservedBytes) / sandboxBytes));
  const atOnce = Math.max(1, Math.min(Math.floor(cores / 2), byMemory - 1));
  return { atOnce, warm: Math.max(1, Math.min(atOnce + 1, byMemory - atOnce)) };
}
