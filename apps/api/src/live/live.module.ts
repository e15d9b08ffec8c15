import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { RedisModule } from '../redis/redis.module.js';
import { LiveController } from './live.controller.js';
import { Watchers } from './watchers.js';

/** What happens, told to those whom it concerns while they watch. */
@Module({
  imports: [CatalogueModule, RedisModule],
  controllers: [LiveController],
  providers: [Watchers],
})
export class LiveModule {}
