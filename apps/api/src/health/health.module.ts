import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { RedisModule } from '../redis/redis.module.js';
import { Health } from './health.js';
import { HealthController } from './health.controller.js';
import { Workers } from './workers.js';

/** Whether everything that grading needs is there. */
@Module({
  imports: [TerminusModule.forRoot({ logger: false }), RedisModule],
  controllers: [HealthController],
  providers: [Health, Workers],
  exports: [Health, Workers],
})
export class HealthModule {}
