import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

/** Goes on trying whenever the connection is lost; at most 2 s pass between two tries. */
const reconnecting = { retryStrategy: (tries: number) => Math.min(tries * 100, 2000) };

/**
 * A connection for commands. It fails at once when Redis is down, rather than keep its user waiting.
 *
 * @param use what it is for, in the log
 */
export function redisForCommands(url: string, log: Logger, use: string): Redis {
  const redis = new Redis(url, {
    ...reconnecting,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: 2000,
    connectTimeout: 2000,
  });
  logConnection(redis, log, use);
  return redis;
}

/** A connection for channels, not yet open. A subscription that is asked for waits until there is a connection. */
export function redisForChannels(url: string, log: Logger, use: string, options: RedisOptions = {}): Redis {
  const redis = new Redis(url, {
    ...reconnecting,
    lazyConnect: true,
    maxRetriesPerRequest: null,
    ...options,
  });
  logConnection(redis, log, use);
  return redis;
}

/** Logs when a connection is lost and when it is back; each try in between would say the same again. */
function logConnection(redis: Redis, log: Logger, use: string): void {
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
