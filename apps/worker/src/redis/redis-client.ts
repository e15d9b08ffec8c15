import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog, redisForCommands } from '@lakeproof/service';

/**
 * The worker's own connection, for what may be lost: messages for viewers, and its pulse. It fails at once
 * while Redis is down. BullMQ has connections of its own.
 */
@Injectable()
export class RedisClient implements OnApplicationShutdown {
  readonly connection: Redis;

  constructor(@Inject(workerConfig) config: WorkerConfig, @Inject(processLog) log: Logger) {
    this.connection = redisForCommands(config.redisUrl, log, 'commands');
  }

  onApplicationShutdown(): void {
    this.connection.disconnect();
  }
}
