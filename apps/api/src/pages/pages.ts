import {
  type ArticleView,
  DomainError,
  type LessonView,
  type Outline,
  type ReferenceView,
  type TemplateSummary,
} from '@lakeproof/contracts';
import { templateZip } from '@lakeproof/curriculum';
import { Injectable } from '@nestjs/common';
import { CatalogueStore } from '../catalogue/catalogue-store.js';
import { articleView, lessonView, outline, referenceView } from './page-views.js';

/** What there is to read and to take home. Every method throws DomainError not-found for an unknown slug. */
@Injectable()
export class Pages {
  /** Zips by slug, each made when it is first asked for. */
  private readonly zips = new Map<string, Uint8Array>();

  constructor(private readonly store: CatalogueStore) {}

  outline(): Outline {
    return outline(this.store.catalogue);
  }

  lesson(daySlug: string, slug: string): LessonView {
    const day = bySlug(this.store.catalogue.days, daySlug, 'day');
    const lessons = day.monday ? [...day.lessons, day.monday] : day.lessons;
    return lessonView(bySlug(lessons, slug, 'lesson'), day);
  }

  article(slug: string): ArticleView {
    const { articles, exercises } = this.store.catalogue;
    const article = bySlug(articles, slug, 'article');
    return articleView(article, exercises.get(article.lab ?? ''));
  }

  referencePage(slug: string): ReferenceView {
    return referenceView(bySlug(this.store.catalogue.reference, slug, 'reference page'));
  }

  templates(): TemplateSummary[] {
    return this.store.catalogue.templates.map(({ slug, title, summary, files }) => ({
      slug,
      title,
      summary,
      files: files.length,
      bytes: this.templateArchive(slug).length,
    }));
  }

  templateArchive(slug: string): Uint8Array {
    const template = bySlug(this.store.catalogue.templates, slug, 'template');
    const zip = this.zips.get(slug) ?? templateZip(template);
    this.zips.set(slug, zip);
    return zip;
  }
}

function bySlug<T extends { readonly slug: string }>(list: readonly T[], slug: string, what: string): T {
  const found = list.find((one) => one.slug === slug);
  if (!found) throw new DomainError('not-found', `There is no such ${what}. Choose one from the curriculum.`);
  return found;
}
