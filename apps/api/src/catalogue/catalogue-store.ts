import { DomainError } from '@lakeproof/contracts';
import { type Catalogue, type CatalogueExercise, loadCatalogue } from '@lakeproof/curriculum';
import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { type ApiConfig, apiConfig } from '../config.js';
import { processLog } from '@lakeproof/service';

/** The content of the workshop, read once when the API starts. */
@Injectable()
export class CatalogueStore implements OnModuleInit {
  private loaded: Catalogue | undefined;

  constructor(
    @Inject(apiConfig) private readonly config: ApiConfig,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /** @throws ExerciseError without a usable curriculum.json; a broken exercise only makes itself unavailable */
  async onModuleInit(): Promise<void> {
    this.loaded = await loadCatalogue(this.config.exercisesDir);
    for (const problem of this.loaded.problems) this.log.warn({ problem }, 'content left out');
  }

  get catalogue(): Catalogue {
    if (!this.loaded) throw new Error('The catalogue is asked for before the API has started.');
    return this.loaded;
  }

  /** @throws DomainError not-found; exercise-unavailable when there is one that could not be loaded */
  exercise(slug: string): CatalogueExercise {
    const exercise = this.find(slug);
    if (exercise) return exercise;
    if (this.catalogue.days.some(({ unavailable }) => unavailable.some((other) => other.slug === slug)))
      throw new DomainError(
        'exercise-unavailable',
        'This exercise is being mended. Take another one, and ask your trainer.',
      );
    throw new DomainError('not-found', 'There is no such exercise. Choose one from the curriculum.');
  }

  /** Undefined for an exercise that is gone, whose verdicts stay readable. */
  find(slug: string): CatalogueExercise | undefined {
    return this.catalogue.exercises.get(slug);
  }
}
