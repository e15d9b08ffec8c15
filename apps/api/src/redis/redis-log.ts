import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** Logs when a connection is lost and when it is back; each try in between would say the same again. */
export function logConnection(redis: Redis, log: Logger, use: string): void {
  let lost = false;
  redis.on('ready', () => {
    if (lost) log.info({ use }, 'Redis is back');
    lost = false;
  });
  redis.on('error', (error: Error) => {
    if (!lost) log.warn({ use, err: error }, 'Redis is down; trying again until it is back');
    lost = true;
  });
}

/** Milliseconds before the next try to connect. */
export const retryAfter = (tries: number): number => Math.min(tries * 100, 2000);
