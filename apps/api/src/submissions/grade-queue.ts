import {
  gradeAgainOptions,
  gradeJobOptions,
  type QueueJob,
  type QueueName,
  queueNames,
  type SubmissionId,
  type SubmissionKind,
} from '@lakeproof/contracts';
import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import type { PutBack } from '@lakeproof/persistence';
import { type JobsOptions, Queue } from 'bullmq';
import type { Logger } from 'pino';
import { processLog } from '@lakeproof/service';
import { RedisClient } from '../redis/redis-client.js';

type GradingQueue = Queue<QueueJob['data'], unknown, QueueJob['name']>;

/** Tells the workers about a submission that waits. */
@Injectable()
export class GradeQueue implements OnApplicationShutdown {
  private readonly queues: Readonly<Record<QueueName, GradingQueue>>;

  constructor(
    private readonly redis: RedisClient,
    @Inject(processLog) private readonly log: Logger,
  ) {
    const queue = (name: QueueName) => {
      const opened: GradingQueue = new Queue(name, { connection: redis.connection });
      // A connection that is lost has logged that; unheard, the event would end the process.
      opened.on('error', (error) => {
        if (redis.isReady) log.error({ err: error, queue: name }, 'the queue met an error');
      });
      return opened;
    };
    this.queues = Object.fromEntries(queueNames.map((name) => [name, queue(name)])) as Record<
      QueueName,
      GradingQueue
    >;
  }

  /**
   * Adds the submission's job; adding it again changes nothing. Never fails: the submission waits in Postgres,
   * and the worker's reconciler adds what Redis missed.
   */
  add(id: SubmissionId, queue: QueueName, kind: SubmissionKind): Promise<void> {
    return this.addJob(id, queue, gradeJobOptions(id, kind));
  }

  /** Adds a job for what was taken back from a worker that is gone. Never fails, as `add`. */
  addAgain({ id, queue, kind, attempt }: PutBack): Promise<void> {
    return this.addJob(id, queue, gradeAgainOptions(id, kind, attempt));
  }

  private async addJob(id: SubmissionId, queue: QueueName, options: JobsOptions): Promise<void> {
    try {
      if (!this.redis.isReady) throw new Error('Redis is not connected');
      await this.queues[queue].add('grade', { submissionId: id }, options);
    } catch (error) {
      this.log.warn({ err: error, submission: id }, 'not queued in Redis; the reconciler will');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    const closed = await Promise.allSettled(Object.values(this.queues).map((queue) => queue.close()));
    for (const end of closed)
      if (end.status === 'rejected') this.log.warn({ err: end.reason as unknown }, 'a queue did not close');
  }
}
