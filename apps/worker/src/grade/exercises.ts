import { loadCatalogue, type Catalogue, type Exercise } from '@lakeproof/curriculum';
import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import type { Logger } from 'pino';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog } from '@lakeproof/service';

/** The exercises this worker grades against, read once when it starts. */
@Injectable()
export class Exercises implements OnModuleInit {
  private catalogue: Catalogue | undefined;

  constructor(
    @Inject(workerConfig) private readonly config: WorkerConfig,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /** A broken exercise is left out and named in the log. @throws ExerciseError without a readable curriculum */
  async onModuleInit(): Promise<void> {
    this.catalogue = await loadCatalogue(this.config.exercisesDir);
    for (const problem of this.catalogue.problems) this.log.warn(problem);
  }

  /** Undefined when the worker does not know it, or could not read it. */
  bySlug(slug: string): Exercise | undefined {
    return this.catalogue?.exercises.get(slug);
  }
}
