import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type ApiConfig, apiConfig } from '../config.js';
import { processLog, redisForCommands } from '@lakeproof/service';

/**
 * The process's connection for commands. It fails at once when Redis is down, rather than keep a request
 * waiting: whatever the API asks of Redis, somebody else makes good.
 */
@Injectable()
export class RedisClient implements OnApplicationShutdown {
  readonly connection: Redis;

  constructor(@Inject(apiConfig) config: ApiConfig, @Inject(processLog) log: Logger) {
    this.connection = redisForCommands(config.redisUrl, log, 'commands');
  }

  get isReady(): boolean {
    return this.connection.status === 'ready';
  }

  onApplicationShutdown(): void {
    this.connection.disconnect();
  }
}
