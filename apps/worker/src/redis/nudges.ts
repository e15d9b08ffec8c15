import { channels, type SubmissionId } from '@lakeproof/contracts';
import { Inject, Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { processLog, redisForChannels } from '@lakeproof/service';
import { workerConfig, type WorkerConfig } from '../config.js';

/**
 * What others tell of submissions: that one changed, so that whoever holds it looks into Postgres at once. A nudge
 * may get lost; then it is noticed when the claim is renewed.
 */
@Injectable()
export class Nudges implements OnModuleInit, OnApplicationShutdown {
  private readonly redis: Redis;
  /** More than one for an id, where its claim was lost and taken again by this very process. */
  private readonly listeners = new Set<{ readonly id: string; readonly look: () => void }>();

  constructor(@Inject(workerConfig) config: WorkerConfig, @Inject(processLog) log: Logger) {
    this.redis = redisForChannels(config.redisUrl, log, 'nudges');
  }

  onModuleInit(): void {
    this.redis.on('message', (_channel: string, id: string) => {
      for (const listener of this.listeners) if (listener.id === id) listener.look();
    });
    // Also after a break, in which something may have been told.
    this.redis.on('ready', () => {
      for (const { look } of this.listeners) look();
    });
    // Queued until there is a connection, and done again by the client after each break.
    this.redis.subscribe(channels.changed).catch(() => undefined);
  }

  /** Calls `look` whenever something is told of this submission, until the returned function is called. */
  listen(id: SubmissionId, look: () => void): () => void {
    const listener = { id, look };
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}
