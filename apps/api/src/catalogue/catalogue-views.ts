import type { CohortId, CurriculumView, ExerciseView, Standing } from '@lakeproof/contracts';
import { standingsOf, submissionsOf } from '@lakeproof/persistence';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { enrolmentToShow } from '../access/learning-enrolment.js';
import type { Person, PersonEnrolment } from '../access/person.js';
import type { Capacity } from '../access/policy-row.js';
import { CatalogueStore } from './catalogue-store.js';
import { curriculumView } from './curriculum-view.js';
import { exerciseView } from './exercise-view.js';

/** The catalogue with a person's own standings in it. */
@Injectable()
export class CatalogueViews {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly store: CatalogueStore,
  ) {}

  /** @throws DomainError no-enrolment when a cohort is named in which the person doesn't learn */
  async curriculum(
    person: Person,
    as: Capacity | undefined,
    cohort: CohortId | undefined,
  ): Promise<CurriculumView> {
    const standings = await this.standings(enrolmentToShow(person.enrolments, cohort));
    return curriculumView(this.store.catalogue, standings, { trains: as === 'trainer' });
  }

  /** @throws DomainError not-found, exercise-unavailable, no-enrolment */
  async exercise(person: Person, slug: string, cohort: CohortId | undefined): Promise<ExerciseView> {
    const exercise = this.store.exercise(slug);
    const enrolment = enrolmentToShow(person.enrolments, cohort);
    const [standings, submissions] = await Promise.all([
      this.standings(enrolment),
      enrolment ? submissionsOf(this.db, enrolment.id, slug) : [],
    ]);
    return exerciseView(exercise, standings.get(slug), submissions);
  }

  private async standings(enrolment: PersonEnrolment | undefined): Promise<ReadonlyMap<string, Standing>> {
    return enrolment ? await standingsOf(this.db, enrolment.id) : new Map<string, Standing>();
  }
}
