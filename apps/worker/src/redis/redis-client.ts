import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog } from '@lakeproof/service';

/**
 * The worker's own connection, for what may be lost: messages for viewers, and its pulse. It fails at once
 * while Redis is down. BullMQ has connections of its own.
 */
@Injectable()
export class RedisClient implements OnApplicationShutdown {
  readonly connection: Redis;

  constructor(@Inject(workerConfig) config: WorkerConfig, @Inject(processLog) log: Logger) {
    this.connection = new Redis(config.redisUrl, {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
      commandTimeout: 2000,
      retryStrategy: (tries) => Math.min(tries * 100, 2000),
    });
    let lost = false;
    this.connection.on('ready', () => {
      if (lost) log.info('Redis is back');
      lost = false;
    });
    this.connection.on('error', (error: Error) => {
      if (!lost) log.warn({ err: error }, 'Redis is down; trying again until it is back');
      lost = true;
    });
  }

  onApplicationShutdown(): void {
    this.connection.disconnect();
  }
}
