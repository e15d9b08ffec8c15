import {
  DomainError,
  hintsOf,
  inSandbox,
  type OpenedHints,
  type OpenHintBody,
  type SubmissionId,
} from '@lakeproof/contracts';
import { survivorOf, type Viewer } from '@lakeproof/grading';
import { openHint, submissionById } from '@lakeproof/persistence';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { CatalogueStore } from '../catalogue/catalogue-store.js';

/** Hands out the hints on bugs that survived, one level at a time. */
@Injectable()
export class Hints {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly catalogue: CatalogueStore,
  ) {}

  /**
   * Opens a hint on a survivor, and remembers it for the person whose submission it is. A trainer who looks
   * reads every hint in the submission already, and leaves no trace in somebody else's count.
   * @param key the bug's number in the view
   * @throws DomainError not-found, invalid-request for a level that is not the next
   */
  async open(viewer: Viewer, id: SubmissionId, key: string, { level }: OpenHintBody): Promise<OpenedHints> {
    const submission = await submissionById(this.db, id);
    if (!submission) throw noSuchBug();
    const exercise = this.catalogue.find(submission.exercise);
    const name = submission.verdict && survivorOf(submission.verdict, key);
    if (!name || !exercise || !inSandbox(exercise)) throw noSuchBug();
    const mutant = exercise.variants.find((variant) => variant.name === name);
    if (mutant?.kind !== 'mutant') throw noSuchBug();
    const hints = hintsOf(mutant);
    if (level > hints.length)
      throw new DomainError('invalid-request', 'There is no further hint on this bug. Ask your trainer.', [
        { path: 'level', message: `must be at most ${String(hints.length)}` },
      ]);
    if (viewer.role === 'participant')
      await openHint(this.db, {
        enrolment: submission.enrolmentId,
        exercise: exercise.slug,
        variant: name,
        level,
      });
    return { key, hints: hints.slice(0, level), hintLevels: hints.length };
  }
}

const noSuchBug = () =>
  new DomainError('not-found', 'There is no such bug that survived. Open the submission again.');
