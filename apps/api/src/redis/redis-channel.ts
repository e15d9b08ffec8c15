import {
  channels,
  type Progress,
  progressSchema,
  type SubmissionId,
  submissionIdSchema,
} from '@lakeproof/contracts';
import { Inject, Injectable, OnApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { Subject } from 'rxjs';
import { type ApiConfig, apiConfig } from '../config.js';
import { processLog, redisForChannels } from '@lakeproof/service';

/** The process's one subscription to what workers and other processes of the API tell: all viewers share it. */
@Injectable()
export class RedisChannel implements OnModuleInit, OnApplicationShutdown {
  /** A submission's state changed. */
  readonly changed = new Subject<SubmissionId>();
  readonly progress = new Subject<Progress>();
  /** Somebody signed out, here or elsewhere. */
  readonly signedOut = new Subject<void>();
  /** The subscription stands, for the first time or again: what was told before was missed. */
  readonly open = new Subject<void>();
  private readonly redis: Redis;
  private subscribed = false;

  constructor(
    @Inject(apiConfig) config: ApiConfig,
    @Inject(processLog) private readonly log: Logger,
  ) {
    this.redis = redisForChannels(config.redisUrl, log, 'viewers', {
      enableOfflineQueue: false,
      autoResubscribe: false,
    });
  }

  onModuleInit(): void {
    this.redis.on('message', (channel: string, message: string) => {
      this.receive(channel, message);
    });
    this.redis.on('close', () => {
      this.subscribed = false;
    });
    this.redis.on('ready', () => {
      this.redis.subscribe(...Object.values(channels)).then(
        () => {
          this.subscribed = true;
          this.open.next();
        },
        // The connection broke meanwhile; the next one subscribes again.
        (error: unknown) => {
          this.log.warn(
            { err: error },
            'could not subscribe: viewers ask Postgres until the next connection',
          );
        },
      );
    });
    // Without Redis the API starts all the same; the client goes on trying, and has logged why.
    this.redis.connect().catch(() => undefined);
  }

  /** Whether changes are told here. While they aren't, who watches has to ask Postgres. */
  get isOpen(): boolean {
    return this.subscribed;
  }

  private receive(channel: string, message: string): void {
    if (channel === channels.changed) {
      const id = submissionIdSchema.safeParse(message);
      if (id.success) this.changed.next(id.data);
    } else if (channel === channels.signedOut) {
      this.signedOut.next();
    } else {
      const progress = progressSchema.safeParse(jsonOf(message));
      if (progress.success) this.progress.next(progress.data);
      else
        this.log.warn({ issues: progress.error.issues.slice(0, 3) }, 'a progress message was not understood');
    }
  }

  onApplicationShutdown(): void {
    this.redis.disconnect();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
