import { z } from 'zod';

/** An address with one of the protocols (`postgres:`); `example` is shown to whoever got it wrong. */
export const address = (protocols: readonly string[], example: string) =>
  z.string({ error: 'is missing' }).refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), {
    message: `must be an address such as ${example}`,
  });

export const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce
    .number({ error })
    .refine((value) => Number.isInteger(value) && value >= min && value <= max, { message: error });
};

/** What both services need to find each other and to log. */
export const sharedVariables = {
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user@localhost:5432/lakeproof'),
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://localhost:6379'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be debug, info, warn, error or silent',
    })
    .default('info'),
};

/** Variables that can't be used: their names and what they must look like. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * A service's configuration from its environment. An empty variable counts as absent.
 * @throws ConfigError naming every variable that is wrong
 */
export function readEnvironment<T>(
  schema: z.ZodType<T>,
  env: Readonly<Record<string, string | undefined>>,
): T {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('\n'),
  );
}

/** The configuration with no password inside an address: what may stand in a log. */
export function withoutPasswords<T extends { readonly databaseUrl: string; readonly redisUrl: string }>(
  config: T,
): T {
  return {
    ...config,
    databaseUrl: withoutPassword(config.databaseUrl),
    redisUrl: withoutPassword(config.redisUrl),
  };
}

function withoutPassword(value: string): string {
  const url = new URL(value);
  if (url.password) url.password = '***';
  return url.toString();
}
