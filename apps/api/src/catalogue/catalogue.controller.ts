import {
  type CohortId,
  cohortIdSchema,
  type CurriculumView,
  curriculumViewSchema,
  type ExerciseView,
  exerciseViewSchema,
  slugSchema,
} from '@lakeproof/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentCapacity, CurrentPerson } from '../access/current-person.js';
import type { Person } from '../access/person.js';
import { Policy } from '../access/policy.decorator.js';
import type { Capacity } from '../access/policy-row.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { CatalogueViews } from './catalogue-views.js';

const whichCohort = {
  name: 'cohort',
  required: false,
  description: 'Whose standings; needed only by people who learn in several cohorts.',
} as const;

@ApiTags('catalogue')
@Controller()
export class CatalogueController {
  constructor(private readonly views: CatalogueViews) {}

  @Get('curriculum')
  @Policy('curriculum.read')
  @ApiQuery(whichCohort)
  @ApiOkResponse({
    standardSchema: curriculumViewSchema,
    description: 'The days and their exercises, with own standings.',
  })
  @ApiProblems('not-signed-in', 'no-enrolment', 'invalid-request')
  curriculum(
    @CurrentPerson() person: Person,
    @CurrentCapacity() as: Capacity | undefined,
    @Query('cohort', { schema: cohortIdSchema.optional() }) cohort?: CohortId,
  ): Promise<CurriculumView> {
    return this.views.curriculum(person, as, cohort);
  }

  @Get('exercises/:slug')
  @Policy('exercise.read')
  @ApiQuery(whichCohort)
  @ApiOkResponse({
    standardSchema: exerciseViewSchema,
    description: 'What the editor opens, with own submissions.',
  })
  @ApiProblems('not-signed-in', 'no-enrolment', 'not-found', 'exercise-unavailable', 'invalid-request')
  exercise(
    @CurrentPerson() person: Person,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Query('cohort', { schema: cohortIdSchema.optional() }) cohort?: CohortId,
  ): Promise<ExerciseView> {
    return this.views.exercise(person, slug, cohort);
  }
}
