import { z } from 'zod';
import type { Engine } from './catalogue.js';
import { type RegradeId, regradeIdSchema, type SubmissionId, submissionIdSchema } from './ids.js';
import type { SubmissionKind } from './submission.js';

/** `warm` for what a warm sandbox serves as it is, `cluster` for labs. */
export const queueNames = ['warm', 'cluster'] as const;
export type QueueName = (typeof queueNames)[number];

/** Which queue an exercise's submissions wait in. */
export const queueOf: Record<Engine, QueueName> = { classic: 'warm', connect: 'warm', cluster: 'cluster' };

/** What a queue's submissions need of a machine. How many of them a worker grades at once follows from it. */
export interface QueueSpec {
  /** MiB that a machine must have for each at work. */
  readonly memoryMiB: number;
  /** Cores for each at work. */
  readonly cores: number;
  /** They go last, and leave the last warm sandbox to the others. */
  readonly leavesOne: boolean;
}

export const queues: Readonly<Record<QueueName, QueueSpec>> = {
  warm: { memoryMiB: 2048, cores: 1, leavesOne: false },
  // A lab waits for its executors more than it computes, and its executors have their own memory.
  cluster: { memoryMiB: 4096, cores: 4, leavesOne: true },
};

/** BullMQ: the smaller number goes first. A run is short and someone waits for it; for a regrade nobody does. */
export const priorityOf: Record<SubmissionKind | 'regrade', number> = { run: 1, submit: 2, regrade: 3 };

/**
 * What waits in a queue: a submission, or a settled one to be graded again, under the regrade's own id.
 * A worker has an answer to each.
 */
export const queueJobSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('grade'), data: z.strictObject({ submissionId: submissionIdSchema }) }),
  z.strictObject({ name: z.literal('regrade'), data: z.strictObject({ regradeId: regradeIdSchema }) }),
]);
export type QueueJob = z.infer<typeof queueJobSchema>;

const keptNowhere = { removeOnComplete: true, removeOnFail: true } as const;

/**
 * How a submission's job is put into its queue, by the API and by the reconciler alike: the same job id, so
 * that adding twice is adding once, and nothing kept after it, so that it can be added again.
 */
export const gradeJobOptions = (id: SubmissionId, kind: SubmissionKind) => ({
  jobId: id as string,
  priority: priorityOf[kind],
  ...keptNowhere,
});

/**
 * The job of a submission that was taken back from a worker that is gone. Redis may hold that worker's job for a
 * while yet, so that this one needs an id of its own; whichever comes first claims it, the other finds it gone.
 * @param attempt the one that was lost
 */
export const gradeAgainOptions = (id: SubmissionId, kind: SubmissionKind, attempt: number) => ({
  ...gradeJobOptions(id, kind),
  jobId: `${id}-${attempt}`,
});

export const regradeJobOptions = (id: RegradeId) => ({
  jobId: id as string,
  priority: priorityOf.regrade,
  ...keptNowhere,
});
