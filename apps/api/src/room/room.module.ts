import { Module } from '@nestjs/common';
import { HealthModule } from '../health/health.module.js';
import { Rooms } from './rooms.js';
import { RoomsController } from './rooms.controller.js';

/** The light that says a class could start. */
@Module({
  imports: [HealthModule],
  controllers: [RoomsController],
  providers: [Rooms],
})
export class RoomModule {}
