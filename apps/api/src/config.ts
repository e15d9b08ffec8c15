import { resolve } from 'node:path';
import { readEnvironment, sharedVariables, wholeNumber, withoutPasswords } from '@lakeproof/service';
import { z } from 'zod';

/** Environment variable to setting: what the API reads from outside, all of it. */
const environmentSchema = z
  .object({
    ...sharedVariables,
    SESSION_SECRET: z
      .string({ error: 'is missing' })
      .min(32, 'must have at least 32 characters, random ones'),
    PORT: wholeNumber(0, 65_535).default(4300),
    EXERCISES_DIR: z.string().min(1, 'must be a folder').default('exercises'),
    /** The built web app. */
    WEB_DIR: z
      .string()
      .min(1, 'must be a folder')
      .default(resolve(import.meta.dirname, '../../web/dist')),
    /** Reverse proxies in front, whose X-Forwarded headers are believed. */
    TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
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

/**
 * Reads the API's configuration.
 * @throws ConfigError naming every variable that is wrong
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): ApiConfig =>
  readEnvironment(environmentSchema, env);

/** The configuration as it may stand in a log: no secret, no password inside an address. */
export const withoutSecrets = (config: ApiConfig): ApiConfig => ({
  ...withoutPasswords(config),
  sessionSecret: '***',
});
