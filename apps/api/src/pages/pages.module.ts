import { Module } from '@nestjs/common';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { PagesController } from './pages.controller.js';
import { Pages } from './pages.js';
import { PublicPagesController } from './public-pages.controller.js';

/** Lessons, articles, reference pages and templates. */
@Module({
  imports: [CatalogueModule],
  controllers: [PublicPagesController, PagesController],
  providers: [Pages],
})
export class PagesModule {}
