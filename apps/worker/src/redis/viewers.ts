import { channels, type Progress, type SubmissionId } from '@lakeproof/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { processLog } from '@lakeproof/service';
import { RedisClient } from './redis-client.js';

/** Tells those who watch. What gets lost costs them time, never truth: that is in Postgres. */
@Injectable()
export class Viewers {
  constructor(
    private readonly redis: RedisClient,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /** A submission's state changed: look into the outbox. */
  changed(id: SubmissionId): void {
    this.publish(channels.changed, id);
  }

  progress(progress: Progress): void {
    this.publish(channels.progress, JSON.stringify(progress));
  }

  private publish(channel: string, message: string): void {
    this.redis.connection.publish(channel, message).catch((error: unknown) => {
      this.log.debug({ err: error, channel }, 'viewers were not told');
    });
  }
}
