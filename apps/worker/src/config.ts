import { randomBytes } from 'node:crypto';
import { availableParallelism, hostname, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { QueueName } from '@lakeproof/contracts';
import { fittingPool } from '@lakeproof/sandbox';
import { readEnvironment, sharedVariables, wholeNumber } from '@lakeproof/service';
import { z } from 'zod';

const fitting = fittingPool({ cores: availableParallelism(), memoryBytes: totalmem() });

/** Environment variable to setting: what the worker reads from outside, all of it. */
const environmentSchema = z
  .object({
    ...sharedVariables,
    EXERCISES_DIR: z.string().default('exercises'),
    /** Sandboxes that wait warm. */
    SANDBOX_WARM: wholeNumber(1, 64).default(fitting.warm),
    /** Sandboxes that wait warm from 20 minutes before a class until its end. */
    SANDBOX_WARM_IN_CLASS: wholeNumber(1, 64).default(fitting.warmInClass),
    /** Submissions that are graded at the same time. */
    SANDBOX_AT_ONCE: wholeNumber(1, 64).default(fitting.atOnce.warm),
    /** Labs on a cluster of their own that are graded at the same time, beside the others. */
    CLUSTER_AT_ONCE: wholeNumber(1, 64).default(fitting.atOnce.cluster),
    /** What all sandboxes together may be given. */
    SANDBOX_MEMORY_MIB: wholeNumber(2048, 1_048_576).default(fitting.memoryMiB),
    /** Another OCI runtime, such as runsc. */
    SANDBOX_RUNTIME: z.string().optional(),
    /** By which its containers and its log are known; one worker, one name. */
    WORKER_NAME: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be letters, digits, dots, hyphens: at most 100')
      .default(hostname()),
    /** A worker that has not been heard of for so long has lost what it was grading. */
    CLAIM_SECONDS: wholeNumber(3, 600).default(45),
    RECONCILE_SECONDS: wholeNumber(1, 300).default(15),
    /** How often a canary is graded while a class is on. */
    CANARY_SECONDS: wholeNumber(5, 540).default(180),
    /** What a stopping worker leaves its submissions to finish before it gives them back. */
    SHUTDOWN_SECONDS: wholeNumber(0, 600).default(20),
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    exercisesDir: resolve(env.EXERCISES_DIR),
    sandboxWarm: env.SANDBOX_WARM,
    sandboxWarmInClass: env.SANDBOX_WARM_IN_CLASS,
    atOnce: {
      warm: env.SANDBOX_AT_ONCE,
      cluster: env.CLUSTER_AT_ONCE,
    } satisfies Record<QueueName, number>,
    sandboxMemoryMiB: env.SANDBOX_MEMORY_MIB,
    sandboxRuntime: env.SANDBOX_RUNTIME,
    name: env.WORKER_NAME,
    /** This one process: a successor of the same name must not pass for it. Holds claims, shows the pulse. */
    owner: `${env.WORKER_NAME}/${randomBytes(4).toString('hex')}`,
    claimSeconds: env.CLAIM_SECONDS,
    reconcileSeconds: env.RECONCILE_SECONDS,
    canarySeconds: env.CANARY_SECONDS,
    shutdownSeconds: env.SHUTDOWN_SECONDS,
    logLevel: env.LOG_LEVEL,
  }));

export type WorkerConfig = Readonly<z.output<typeof environmentSchema>>;

/** The injection token of `WorkerConfig`. */
export const workerConfig = Symbol('WorkerConfig');

/**
 * Reads the worker's configuration.
 * @throws ConfigError naming every variable that is wrong
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): WorkerConfig =>
  readEnvironment(environmentSchema, env);
