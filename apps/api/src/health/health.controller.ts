import { Controller, Get, UseFilters } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { HealthCheck, HealthCheckResult } from '@nestjs/terminus';
import { Public } from '../access/policy.decorator.js';
import { HealthReportFilter } from './health-report.filter.js';
import { Health } from './health.js';

@ApiTags('health')
@Controller('health')
@UseFilters(HealthReportFilter)
export class HealthController {
  constructor(private readonly health: Health) {}

  /** 200 when everything that grading needs is there, else 503; the body says what is missing. */
  @Get()
  @Public()
  @HealthCheck({ swaggerDocumentation: false })
  @ApiOkResponse({ description: 'Everything that grading needs is there.' })
  @ApiServiceUnavailableResponse({ description: 'Something is missing; the body says what.' })
  check(): Promise<HealthCheckResult> {
    return this.health.check();
  }
}
