import { channels, type SubmissionId } from '@lakeproof/contracts';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { RedisClient } from '../redis/redis-client.js';

/** Tells the worker that holds a submission, and those who watch it, that something changed: look into Postgres. */
@Injectable()
export class ChangeNudge {
  constructor(
    private readonly redis: RedisClient,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /** Never fails, and waits for nothing: without Redis they notice as well, only later. */
  send(id: SubmissionId): void {
    this.redis.connection.publish(channels.changed, id).catch((error: unknown) => {
      this.log.warn({ err: error, submission: id }, 'a change was not told; viewers and workers will see it');
    });
  }
}
