import { resolve } from 'node:path';
import { z } from 'zod';

const address = (protocols: readonly string[], example: string) =>
  z.string().refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), {
    message: `must be an address such as ${example}`,
  });
const wholeNumber = (min: number, max: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${min} to ${max}` })
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, {
      message: `must be a whole number from ${min} to ${max}`,
    });
const required = (schema: z.ZodType<string, string>) => z.string({ error: 'is missing' }).pipe(schema);

/** Environment variable to setting: what the API reads from outside, all of it. */
const environmentSchema = z
  .object({
    DATABASE_URL: required(address(['postgres:', 'postgresql:'], 'postgres://user@localhost:5432/lakeproof')),
    REDIS_URL: required(address(['redis:', 'rediss:'], 'redis://localhost:6379')),
    SESSION_SECRET: required(z.string().min(32, 'must have at least 32 characters, random ones')),
    PORT: wholeNumber(0, 65_535).default(4300),
    EXERCISES_DIR: z.string().min(1, 'must be a folder').default('exercises'),
    /** The built web app. */
    WEB_DIR: z
      .string()
      .min(1, 'must be a folder')
      .default(resolve(import.meta.dirname, '../../web/dist')),
    /** Reverse proxies in front, whose X-Forwarded headers are believed. */
    TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], {
        error: 'must be debug, info, warn, error or silent',
      })
      .default('info'),
  })
  .transform((env) => ({
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    sessionSecret: env.SESSION_SECRET,
    port: env.PORT,
    exercisesDir: resolve(env.EXERCISES_DIR),
    webDir: resolve(env.WEB_DIR),
    trustedProxies: env.TRUSTED_PROXIES,
    logLevel: env.LOG_LEVEL,
  }));

export type ApiConfig = Readonly<z.output<typeof environmentSchema>>;

/** The injection token of `ApiConfig`. */
export const apiConfig = Symbol('ApiConfig');

/** A variable that can't be used: its name and what it must look like. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the API's configuration. An empty variable counts as absent.
 * @throws ConfigError naming every variable that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ApiConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'),
  );
}

/** The configuration as it may stand in a log: no secret, no password inside an address. */
export function withoutSecrets(config: ApiConfig): Readonly<Record<string, string | number>> {
  const withoutPassword = (value: string) => {
    const url = new URL(value);
    if (url.password) url.password = '***';
    return url.toString();
  };
  return {
    ...config,
    databaseUrl: withoutPassword(config.databaseUrl),
    redisUrl: withoutPassword(config.redisUrl),
    sessionSecret: '***',
  };
}
