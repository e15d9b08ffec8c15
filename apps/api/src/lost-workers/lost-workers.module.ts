import { Module } from '@nestjs/common';
import { HealthModule } from '../health/health.module.js';
import { RedisModule } from '../redis/redis.module.js';
import { SubmissionsModule } from '../submissions/submissions.module.js';
import { LostWorkers } from './lost-workers.js';

/** What workers held that are gone. */
@Module({ imports: [HealthModule, RedisModule, SubmissionsModule], providers: [LostWorkers] })
export class LostWorkersModule {}
