import { Module } from '@nestjs/common';
import { CatalogueController } from './catalogue.controller.js';
import { CatalogueStore } from './catalogue-store.js';
import { CatalogueViews } from './catalogue-views.js';

/** What there is to learn, and how far somebody is. */
@Module({
  controllers: [CatalogueController],
  providers: [CatalogueStore, CatalogueViews],
  exports: [CatalogueStore],
})
export class CatalogueModule {}
