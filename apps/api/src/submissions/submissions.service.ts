import {
  inSandbox,
  queueOf,
  type SubmissionId,
  type SubmissionReceipt,
  type SubmissionView,
  type SubmitBody,
} from '@lakeproof/contracts';
import { submissionProblems } from '@lakeproof/curriculum';
import type { Viewer } from '@lakeproof/grading';
import {
  accept,
  openedHints,
  queuePosition,
  stop,
  submissionById,
  type SubmissionRecord,
} from '@lakeproof/persistence';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import { CatalogueStore } from '../catalogue/catalogue-store.js';
import { enrolmentToSubmit } from '../access/learning-enrolment.js';
import { noSuch } from '../access/no-such.js';
import type { Person } from '../access/person.js';
import { ChangeNudge } from './change-nudge.js';
import { GradeQueue } from './grade-queue.js';
import { QuizSubmissions } from './quiz-submissions.service.js';
import { refuseProblems } from './refuse-problems.js';
import { submissionView } from './submission-view.js';

/** Takes submissions in, shows and stops them. */
@Injectable()
export class Submissions {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly catalogue: CatalogueStore,
    private readonly quizzes: QuizSubmissions,
    private readonly queue: GradeQueue,
    private readonly changes: ChangeNudge,
  ) {}

  /**
   * Stores the submission and tells the workers. Once it is stored it will be graded, whatever Redis does.
   * @throws DomainError not-found, exercise-unavailable, no-enrolment, invalid-request, invalid-files, and as `accept`
   *   of persistence
   */
  async accept(
    person: Person,
    slug: string,
    idempotencyKey: string,
    body: SubmitBody,
  ): Promise<SubmissionReceipt> {
    const exercise = this.catalogue.exercise(slug);
    const enrolment = enrolmentToSubmit(person.enrolments, body.cohort);
    if (!inSandbox(exercise)) return this.quizzes.accept(person, exercise, enrolment, idempotencyKey, body);
    // Files in the place of the exercise's own.
    refuseProblems(submissionProblems(exercise, body.files));
    const queue = queueOf[exercise.engine];
    const { id, state, outcome, stopped } = await accept(this.db, {
      enrolment: enrolment.id,
      exercise: exercise.slug,
      exerciseDigest: exercise.digest,
      queue,
      kind: body.kind,
      files: body.files,
      idempotencyKey,
    });
    if (stopped) this.changes.send(stopped);
    if (outcome !== 'known') this.changes.send(id);
    if (state === 'queued') await this.queue.add(id, queue, body.kind);
    return { id, state, position: await queuePosition(this.db, id) };
  }

  /** @throws DomainError not-found */
  async view(viewer: Viewer, id: SubmissionId): Promise<SubmissionView> {
    const submission = await this.record(id);
    const { enrolmentId, exercise } = submission;
    return submissionView(submission, this.catalogue.find(exercise), {
      ...viewer,
      openedHints: await openedHints(this.db, enrolmentId, exercise),
    });
  }

  /**
   * Ends the person's own submission, if it waits or runs; it costs no attempt.
   * @throws DomainError not-found
   */
  async stop(person: Person, id: SubmissionId): Promise<SubmissionReceipt> {
    if (await stop(this.db, id, { actor: `user:${person.id}`, why: 'asked' })) this.changes.send(id);
    const { state, position } = await this.record(id);
    return { id, state, position };
  }

  private async record(id: SubmissionId): Promise<SubmissionRecord> {
    const submission = await submissionById(this.db, id);
    if (!submission) throw noSuch.submission();
    return submission;
  }
}
