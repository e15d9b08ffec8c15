import {
  type CohortId,
  cohortIdSchema,
  type HealthReport,
  healthReportSchema,
  type RoomView,
  roomViewSchema,
} from '@lakeproof/contracts';
import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ApiProblems } from '../openapi/api-problems.js';
import { CurrentPerson } from '../session/current-person.js';
import type { Person } from '../session/person.js';
import { SignedIn } from '../session/signed-in.guard.js';
import { Rooms } from './rooms.js';

@ApiTags('room')
@Controller()
@UseGuards(SignedIn)
export class RoomsController {
  constructor(private readonly rooms: Rooms) {}

  @Get('cohorts/:id/room')
  @ApiOkResponse({ standardSchema: roomViewSchema, description: 'Whether the cohort could have class now.' })
  @ApiProblems('not-signed-in', 'forbidden', 'not-found')
  room(
    @CurrentPerson() person: Person,
    @Param('id', { schema: cohortIdSchema }) id: CohortId,
  ): Promise<RoomView> {
    return this.rooms.view(person, id);
  }

  @Get('admin/health')
  @ApiOkResponse({ standardSchema: healthReportSchema, description: 'What grading needs, and the room.' })
  @ApiProblems('not-signed-in', 'forbidden')
  healthReport(@CurrentPerson() person: Person): Promise<HealthReport> {
    return this.rooms.report(person);
  }
}
