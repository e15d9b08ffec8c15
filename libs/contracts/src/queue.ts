import { z } from 'zod';
import type { Engine } from './catalogue.js';
import { type RegradeId, regradeIdSchema, type SubmissionId, submissionIdSchema } from './ids.js';
import type { SubmissionKind } from './submission.js';

/** `warm` for engines classic and connect, `cluster` for labs. */
export const queueNames = ['warm', 'cluster'] as const;
export type QueueName = (typeof queueNames)[number];

export const queueFor = (engine: Engine): QueueName => (engine === 'cluster' ? 'cluster' : 'warm');

/** BullMQ: the smaller number goes first. A run is short and someone waits for it; for a regrade nobody does. */
export const priorityOf: Record<SubmissionKind | 'regrade', number> = { run: 1, submit: 2, regrade: 3 };

export const gradeJobSchema = z.strictObject({ submissionId: submissionIdSchema });
export type GradeJob = z.infer<typeof gradeJobSchema>;

/**
 * Redis channels. `progress` carries `Progress` messages; `changed` carries the id of a submission whose
 * state changed, as a nudge to read the outbox; `signedOut` carries nothing, as a nudge to look which
 * sessions still stand. Losing a message loses nothing but time.
 */
export const channels = {
  progress: 'lakeproof:progress',
  changed: 'lakeproof:changed',
  signedOut: 'lakeproof:signed-out',
} as const;

const keptNowhere = { removeOnComplete: true, removeOnFail: true } as const;

/**
 * How a submission's job is put into its queue, by the API and by the reconciler alike: the same job id, so
 * that adding twice is adding once, and nothing kept after it, so that it can be added again.
 */
export const gradeJobName = 'grade';
export const gradeJobOptions = (id: SubmissionId, kind: SubmissionKind) => ({
  jobId: id as string,
  priority: priorityOf[kind],
  ...keptNowhere,
});

/** A settled submission graded again: a job of the same queues, under the regrade's own id. */
export const regradeJobName = 'regrade';
export const regradeJobSchema = z.strictObject({ regradeId: regradeIdSchema });
export type RegradeJob = z.infer<typeof regradeJobSchema>;
export const regradeJobOptions = (id: RegradeId) => ({
  jobId: id as string,
  priority: priorityOf.regrade,
  ...keptNowhere,
});

/** Each worker keeps one key alive in Redis under this prefix, a `WorkerPulse` as JSON; who looks for workers scans for it. */
export const workerHeartbeat = {
  prefix: 'lakeproof:worker:',
  key: (workerId: string) => `lakeproof:worker:${workerId}`,
  /** The key expires after this many seconds; a worker renews it every third of them. */
  ttlSeconds: 30,
} as const;

/** What a worker says about itself. */
export const workerPulseSchema = z.object({
  /** It can grade: its engine answers and a sandbox has been warm since it started. */
  ready: z.boolean(),
  /** Sandboxes that wait warm, and that grade right now. */
  warm: z.number().int().nonnegative(),
  busy: z.number().int().nonnegative(),
  /** Why it can't grade, as a sentence; null when it can or is still warming up. */
  problem: z.string().nullable(),
});
export type WorkerPulse = z.infer<typeof workerPulseSchema>;
