import { channels, type Progress, type SubmissionId } from '@lakeproof/contracts';
import { Injectable } from '@nestjs/common';
import { Faults } from '../faults.js';
import { RedisClient } from './redis-client.js';

/** Tells those who watch. What gets lost costs them time, never truth: that is in Postgres. */
@Injectable()
export class Viewers {
  constructor(
    private readonly redis: RedisClient,
    private readonly faults: Faults,
  ) {}

  /** A submission's state changed: look into Postgres. */
  changed(id: SubmissionId): void {
    this.publish(channels.changed, id);
  }

  progress(progress: Progress): void {
    this.publish(channels.progress, JSON.stringify(progress));
  }

  private publish(channel: string, message: string): void {
    this.redis.connection.publish(channel, message).catch((error: unknown) => {
      this.faults.reportOfRedis(error, `viewers were not told by ${channel}`);
    });
  }
}
