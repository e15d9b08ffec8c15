import { z } from 'zod';

/**
 * Each process of a worker keeps one key alive in Redis under this prefix, a `WorkerPulse` as JSON, by the name
 * that owns its claims; who looks for workers scans for it.
 */
export const workerHeartbeat = {
  prefix: 'lakeproof:worker:',
  key: (owner: string) => `lakeproof:worker:${owner}`,
  /** The key expires after this many seconds; a worker renews it every third of them. So a dead one is soon missed. */
  ttlSeconds: 5,
} as const;

/** Errors of Lakeproof's own code that nobody foresaw, since the worker started. Its log has each with its stack. */
export const workerFaultsSchema = z.strictObject({
  count: z.number().int().nonnegative(),
  lastAt: z.iso.datetime().nullable(),
});
export type WorkerFaults = z.infer<typeof workerFaultsSchema>;

/** What a worker says about itself. */
export const workerPulseSchema = z.object({
  /** It can grade: its engine answers and a sandbox has been warm since it started. */
  ready: z.boolean(),
  /** Sandboxes that wait warm, and that grade right now. */
  warm: z.number().int().nonnegative(),
  busy: z.number().int().nonnegative(),
  /** Why it can't grade, as a sentence; null when it can or is still warming up. */
  problem: z.string().nullable(),
  faults: workerFaultsSchema,
});
export type WorkerPulse = z.infer<typeof workerPulseSchema>;
