import { Redis } from 'ioredis';

/**
 * The address of an empty database of Redis for one spec file, by its number.
 * @throws Error that says what to do when there is no Redis
 */
export async function emptyRedis(number: number): Promise<string> {
  const server = process.env.REDIS_URL;
  if (!server)
    throw new Error('REDIS_URL is not set: integration specs need a Redis, such as redis://localhost:6379.');
  const url = Object.assign(new URL(server), { pathname: `/${number}` }).href;
  await flush(url);
  return url;
}

/** Redis loses all it holds in this database. */
export async function flush(url: string): Promise<void> {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, retryStrategy: () => null, lazyConnect: true });
  await redis.connect();
  await redis.flushdb();
  redis.disconnect();
}
