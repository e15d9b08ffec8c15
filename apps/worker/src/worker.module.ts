import { queueNames } from '@lakeproof/contracts';
import { dataSourceOptions, requireMigrated } from '@lakeproof/persistence';
import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module, OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { workerConfig, type WorkerConfig } from './config.js';
import { Exercises } from './grade/exercises.js';
import { gradeProcessor } from './grade/grade-processor.js';
import { Grading } from './grade/grading.js';
import { processLog } from '@lakeproof/service';
import { reconcileQueue } from './reconcile/reconcile-queue.js';
import { Reconciler } from './reconcile/reconciler.js';
import { Schedule } from './reconcile/schedule.js';
import { Heartbeat } from './redis/heartbeat.js';
import { RedisClient } from './redis/redis-client.js';
import { Viewers } from './redis/viewers.js';
import { Sandboxes } from './sandboxes/sandboxes.js';

/** Takes submissions from the queues, has them graded in sandboxes, settles the verdicts. */
@Module({})
export class WorkerModule implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  static with(config: WorkerConfig, log: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(config.databaseUrl)),
        BullModule.forRoot({ connection: { url: config.redisUrl, maxRetriesPerRequest: null } }),
        BullModule.registerQueue(...[...queueNames, reconcileQueue].map((name) => ({ name }))),
      ],
      providers: [
        { provide: workerConfig, useValue: config },
        { provide: processLog, useValue: log },
        RedisClient,
        Viewers,
        Heartbeat,
        Sandboxes,
        Exercises,
        Grading,
        gradeProcessor('warm', config),
        Reconciler,
        Schedule,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    await requireMigrated(this.dataSource);
  }
}
