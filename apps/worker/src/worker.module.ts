import { queueNames } from '@lakeproof/contracts';
import { dataSourceOptions, requireMigrated } from '@lakeproof/persistence';
import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module, OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { DataSource } from 'typeorm';
import { workerConfig, type WorkerConfig } from './config.js';
import { Faults } from './faults.js';
import { provideGradeQueues } from './grade-queues.js';
import { Exercises } from './grade/exercises.js';
import { gradeProcessor } from './grade/grade-processor.js';
import { Grading } from './grade/grading.js';
import { Regrading } from './grade/regrading.js';
import { SandboxRun } from './grade/sandbox-run.js';
import { processLog } from '@lakeproof/service';
import { reconcileQueue, reconcileSchedule } from './reconcile/reconcile-queue.js';
import { Reconciler } from './reconcile/reconciler.js';
import { Heartbeat } from './redis/heartbeat.js';
import { Nudges } from './redis/nudges.js';
import { RedisClient } from './redis/redis-client.js';
import { Viewers } from './redis/viewers.js';
import { Canary } from './room/canary.js';
import { ClassWarmth } from './room/class-warmth.js';
import { RoomKeeper } from './room/room-keeper.js';
import { roomQueue, roomSchedule } from './room/room-queue.js';
import { Sandboxes } from './sandboxes/sandboxes.js';
import { schedule } from './schedule.js';

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
        BullModule.registerQueue(...[...queueNames, reconcileQueue, roomQueue].map((name) => ({ name }))),
      ],
      providers: [
        { provide: workerConfig, useValue: config },
        { provide: processLog, useValue: log },
        Faults,
        RedisClient,
        Viewers,
        Nudges,
        Heartbeat,
        Sandboxes,
        Exercises,
        SandboxRun,
        Grading,
        Regrading,
        ...queueNames.map((name) => gradeProcessor(name, config)),
        provideGradeQueues,
        Reconciler,
        schedule(reconcileQueue, reconcileSchedule, config.reconcileSeconds),
        ClassWarmth,
        Canary,
        RoomKeeper,
        schedule(roomQueue, roomSchedule, config.canarySeconds),
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    await requireMigrated(this.dataSource);
  }
}
