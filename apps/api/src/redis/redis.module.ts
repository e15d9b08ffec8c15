import { Module } from '@nestjs/common';
import { RedisChannel } from './redis-channel.js';
import { RedisClient } from './redis-client.js';

/** Redis: one connection for commands, one that listens. */
@Module({ providers: [RedisClient, RedisChannel], exports: [RedisClient, RedisChannel] })
export class RedisModule {}
