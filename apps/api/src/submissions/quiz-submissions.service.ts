import { DomainError, type SubmissionReceipt, type SubmitBody } from '@lakeproof/contracts';
import { type CatalogueQuiz, openQuestionProblems, quizAnswers } from '@lakeproof/curriculum';
import { quizVerdict } from '@lakeproof/grading';
import { acceptGraded } from '@lakeproof/persistence';
import { Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import { EntityManager } from 'typeorm';
import type { Person, PersonEnrolment } from '../access/person.js';
import { ChangeNudge } from './change-nudge.js';
import { refuseProblems } from './refuse-problems.js';

/** Takes answers to a quiz in: they are graded at once, because they need no sandbox, and so no queue. */
@Injectable()
export class QuizSubmissions {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly changes: ChangeNudge,
  ) {}

  /** @throws DomainError invalid-request for a run, invalid-files also when a question is left open */
  async accept(
    person: Person,
    quiz: CatalogueQuiz,
    enrolment: PersonEnrolment,
    idempotencyKey: string,
    { kind, files }: SubmitBody,
  ): Promise<SubmissionReceipt> {
    if (kind === 'run')
      throw new DomainError('invalid-request', 'A quiz has nothing to run. Submit your answers.', [
        { path: 'kind', message: 'must be "submit"' },
      ]);
    const answers = quizAnswers(quiz, files);
    // What is right is shown afterwards, so nothing less than all answers may get there.
    refuseProblems(openQuestionProblems(quiz, answers));
    const submission = {
      enrolment: enrolment.id,
      exercise: quiz.slug,
      exerciseDigest: quiz.digest,
      queue: 'warm' as const,
      kind,
      files,
      idempotencyKey,
    };
    const verdict = quizVerdict(quiz, answers);
    const { id, state } = await acceptGraded(this.db, submission, verdict, `user:${person.id}`);
    this.changes.send(id);
    return { id, state, position: 0 };
  }
}
