import { type QueueJob, type QueueName, queueNames } from '@lakeproof/contracts';
import { getQueueToken } from '@nestjs/bullmq';
import type { FactoryProvider } from '@nestjs/common';
import type { Queue } from 'bullmq';

/** The queues of submissions, by their names. */
export type GradeQueues = Readonly<Record<QueueName, Queue<QueueJob['data'], unknown, QueueJob['name']>>>;

/** The injection token of `GradeQueues`. */
export const gradeQueues = Symbol('GradeQueues');

export const provideGradeQueues: FactoryProvider<GradeQueues> = {
  provide: gradeQueues,
  inject: queueNames.map((name) => getQueueToken(name)),
  useFactory: (...opened: readonly Queue[]) =>
    Object.fromEntries(queueNames.map((name, index) => [name, opened[index]])) as GradeQueues,
};
