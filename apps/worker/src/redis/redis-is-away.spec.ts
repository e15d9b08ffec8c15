import { describe, expect, it } from '@jest/globals';
import { Redis, type RedisOptions } from 'ioredis';
import { redisIsAway } from './redis-is-away.js';

const failed = async (options: RedisOptions): Promise<unknown> => {
  const redis = new Redis({ host: '127.0.0.1', port: 1, retryStrategy: () => null, ...options });
  redis.on('error', () => undefined);
  const error: unknown = await redis.get('anything').catch((reason: unknown) => reason);
  redis.disconnect();
  return error;
};

describe('a Redis that is not there', () => {
  it.each<[string, RedisOptions]>([
    ['by a command that waited', {}],
    ['by a command that did not wait', { enableOfflineQueue: false }],
    ['by a command that was tried again', { maxRetriesPerRequest: 0, retryStrategy: () => 10 }],
  ])('is recognised %s', async (_, options) => {
    expect(redisIsAway(await failed(options))).toBe(true);
  });

  it('is not blamed for what it refuses, nor for an error of our own', () => {
    expect(redisIsAway(new Error("OOM command not allowed when used memory > 'maxmemory'."))).toBe(false);
    expect(redisIsAway(new TypeError('x is undefined'))).toBe(false);
  });
});
