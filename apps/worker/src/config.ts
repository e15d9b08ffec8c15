import { availableParallelism, hostname, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { fittingPool } from './sandboxes/fitting-pool.js';

const address = (protocols: readonly string[], example: string) =>
  z.string({ error: 'is missing' }).refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), {
    message: `must be an address such as ${example}`,
  });

const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce
    .number({ error })
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, {
      message: error,
    });
};

const fitting = fittingPool({ cores: availableParallelism(), memoryBytes: totalmem() });

/** Environment variable to setting: what the worker reads from outside, all of it. */
const environmentSchema = z
  .object({
    DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user@localhost:5432/lakeproof'),
    REDIS_URL: address(['redis:', 'rediss:'], 'redis://localhost:6379'),
    EXERCISES_DIR: z.string().default('exercises'),
    /** Sandboxes that wait warm. */
    SANDBOX_WARM: wholeNumber(1, 64).default(fitting.warm),
    /** Submissions that are graded at the same time. */
    SANDBOX_AT_ONCE: wholeNumber(1, 64).default(fitting.atOnce),
    /** Another OCI runtime, such as runsc. */
    SANDBOX_RUNTIME: z.string().optional(),
    /** By which its claims, its containers and its pulse are known; one worker, one name. */
    WORKER_NAME: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'must be letters, digits, dots, hyphens: at most 100')
      .default(hostname()),
    /** A worker that has not been heard of for so long has lost what it was grading. */
    CLAIM_SECONDS: wholeNumber(3, 600).default(45),
    RECONCILE_SECONDS: wholeNumber(1, 300).default(15),
    /** What a stopping worker leaves its submissions to finish before it gives them back. */
    SHUTDOWN_SECONDS: wholeNumber(0, 600).default(20),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], {
        error: 'must be debug, info, warn, error or silent',
      })
      .default('info'),
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    exercisesDir: resolve(env.EXERCISES_DIR),
    sandboxWarm: env.SANDBOX_WARM,
    sandboxAtOnce: env.SANDBOX_AT_ONCE,
    sandboxRuntime: env.SANDBOX_RUNTIME,
    name: env.WORKER_NAME,
    claimSeconds: env.CLAIM_SECONDS,
    reconcileSeconds: env.RECONCILE_SECONDS,
    shutdownSeconds: env.SHUTDOWN_SECONDS,
    logLevel: env.LOG_LEVEL,
  }));

export type WorkerConfig = Readonly<z.output<typeof environmentSchema>>;

/** The injection token of `WorkerConfig`. */
export const workerConfig = Symbol('WorkerConfig');

/** Variables that can't be used: their names and what they must look like. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the worker's configuration. An empty variable counts as absent.
 * @throws ConfigError naming every variable that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): WorkerConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'),
  );
}

/** The configuration as it may stand in a log: no password inside an address. */
export function withoutSecrets(config: WorkerConfig): WorkerConfig {
  const withoutPassword = (value: string) => {
    const url = new URL(value);
    if (url.password) url.password = '***';
    return url.toString();
  };
  return {
    ...config,
    databaseUrl: withoutPassword(config.databaseUrl),
    redisUrl: withoutPassword(config.redisUrl),
  };
}
