import {
  type CohortId,
  cohortIdSchema,
  type HealthReport,
  healthReportSchema,
  type RoomView,
  roomViewSchema,
} from '@lakeproof/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Policy } from '../access/policy.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { Rooms } from './rooms.js';

@ApiTags('room')
@Controller()
export class RoomsController {
  constructor(private readonly rooms: Rooms) {}

  @Get('cohorts/:id/room')
  @Policy('room.read')
  @ApiOkResponse({ standardSchema: roomViewSchema, description: 'Whether the cohort could have class now.' })
  @ApiProblems('not-signed-in', 'forbidden', 'not-found')
  room(@Param('id', { schema: cohortIdSchema }) id: CohortId): Promise<RoomView> {
    return this.rooms.light(id);
  }

  @Get('admin/health')
  @Policy('health.read')
  @ApiOkResponse({ standardSchema: healthReportSchema, description: 'What grading needs, and the room.' })
  @ApiProblems('not-signed-in', 'forbidden')
  healthReport(): Promise<HealthReport> {
    return this.rooms.report();
  }
}
