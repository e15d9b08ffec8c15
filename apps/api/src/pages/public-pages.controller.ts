import {
  type ArticleView,
  articleViewSchema,
  type Outline,
  outlineSchema,
  type ReferenceView,
  referenceViewSchema,
  slugSchema,
} from '@lakeproof/contracts';
import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/policy.decorator.js';
import { ApiProblems } from '../openapi/api-problems.js';
import { Pages } from './pages.js';

/** The same for everybody, and changed by a new version of the content only. */
const cached = 'public, max-age=60, stale-while-revalidate=600';

/** What can be read without a login. */
@ApiTags('pages')
@Controller()
export class PublicPagesController {
  constructor(private readonly pages: Pages) {}

  @Get('outline')
  @Public()
  @Header('Cache-Control', cached)
  @ApiOkResponse({
    standardSchema: outlineSchema,
    description: 'What the workshop holds: titles and minutes.',
  })
  outline(): Outline {
    return this.pages.outline();
  }

  @Get('articles/:slug')
  @Public()
  @Header('Cache-Control', cached)
  @ApiOkResponse({ standardSchema: articleViewSchema, description: 'An article on how Spark works.' })
  @ApiProblems('not-found')
  article(@Param('slug', { schema: slugSchema }) slug: string): ArticleView {
    return this.pages.article(slug);
  }

  @Get('reference/:slug')
  @Public()
  @Header('Cache-Control', cached)
  @ApiOkResponse({ standardSchema: referenceViewSchema, description: 'A page to look things up in.' })
  @ApiProblems('not-found')
  referencePage(@Param('slug', { schema: slugSchema }) slug: string): ReferenceView {
    return this.pages.referencePage(slug);
  }
}
