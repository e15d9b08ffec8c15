import {
  type LessonView,
  lessonViewSchema,
  slugSchema,
  type TemplateSummary,
  templateSummarySchema,
} from '@lakeproof/contracts';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Policy } from '../access/policy.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { Pages } from './pages.js';

/** What those who take part read and take home. */
@ApiTags('pages')
@Controller()
export class PagesController {
  constructor(private readonly pages: Pages) {}

  @Get('days/:day/lessons/:slug')
  @Policy('lesson.read')
  @ApiOkResponse({
    standardSchema: lessonViewSchema,
    description: 'A lesson, or what to take to work (monday), with the way through its day.',
  })
  @ApiProblems('not-signed-in', 'not-found')
  lesson(
    @Param('day', { schema: slugSchema }) day: string,
    @Param('slug', { schema: slugSchema }) slug: string,
  ): LessonView {
    return this.pages.lesson(day, slug);
  }

  @Get('templates')
  @Policy('template.read')
  @ApiOkResponse({
    standardSchema: templateSummarySchema,
    isArray: true,
    description: 'Projects to take home.',
  })
  @ApiProblems('not-signed-in')
  templates(): TemplateSummary[] {
    return this.pages.templates();
  }

  @Get('templates/:slug/archive')
  @Policy('template.read')
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' }, description: 'The project as a zip.' })
  @ApiProblems('not-signed-in', 'not-found')
  templateArchive(@Param('slug', { schema: slugSchema }) slug: string): StreamableFile {
    const zip = this.pages.templateArchive(slug);
    return new StreamableFile(zip, {
      type: 'application/zip',
      disposition: `attachment; filename="${slug}.zip"`,
      length: zip.length,
    });
  }
}
