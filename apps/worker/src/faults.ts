import type { WorkerFaults } from '@lakeproof/contracts';
import { databaseIsAway } from '@lakeproof/persistence';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { redisIsAway } from './redis/redis-is-away.js';

type About = Readonly<Record<string, unknown>>;

/** Errors that nobody foresaw: each is logged with its stack, and the pulse tells how many there were. */
@Injectable()
export class Faults {
  private count = 0;
  private lastAt: string | null = null;

  constructor(@Inject(processLog) private readonly log: Logger) {}

  /**
   * Takes in an error that nobody else deals with. A Postgres that is away is logged, and no fault.
   * @param what did not work, for the log
   * @param about whom or what it concerned
   */
  report(error: unknown, what: string, about: About = {}): void {
    const err = error instanceof Error ? error : new Error(String(error));
    if (databaseIsAway(err)) {
      this.log.warn({ ...about, err }, what);
      return;
    }
    this.count += 1;
    this.lastAt = new Date().toISOString();
    this.log.error({ ...about, err }, what);
  }

  /** The same for what failed at Redis: while that is away, its client has said so. */
  reportOfRedis(error: unknown, what: string): void {
    if (redisIsAway(error)) this.log.debug({ err: error }, what);
    else this.report(error, what);
  }

  /** Since the worker started. */
  get seen(): WorkerFaults {
    return { count: this.count, lastAt: this.lastAt };
  }
}
