import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { RedisModule } from '../redis/redis.module.js';
import { ChangeNudge } from './change-nudge.js';
import { GradeQueue } from './grade-queue.js';
import { SubmissionsController } from './submissions.controller.js';
import { Hints } from './hints.service.js';
import { QuizSubmissions } from './quiz-submissions.service.js';
import { Submissions } from './submissions.service.js';

/** Submissions: taken in, shown, stopped. */
@Module({
  imports: [CatalogueModule, RedisModule],
  controllers: [SubmissionsController],
  providers: [ChangeNudge, GradeQueue, Hints, QuizSubmissions, Submissions],
  exports: [GradeQueue],
})
export class SubmissionsModule {}
