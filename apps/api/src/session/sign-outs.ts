import { channels } from '@lakeproof/contracts';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { RedisClient } from '../redis/redis-client.js';

/** Tells every process of the API that somebody signed out, so that it ends what their session has open. */
@Injectable()
export class SignOuts {
  constructor(
    private readonly redis: RedisClient,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /** Never fails: who isn't told asks Postgres within seconds. */
  async tell(): Promise<void> {
    if (!this.redis.isReady) return;
    try {
      await this.redis.connection.publish(channels.signedOut, '');
    } catch (error) {
      this.log.warn({ err: error }, 'a sign-out was not told to other processes');
    }
  }
}
