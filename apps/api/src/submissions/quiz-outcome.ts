import type { SubmissionView } from '@lakeproof/contracts';
import { type CatalogueQuiz, quizAnswers } from '@lakeproof/curriculum';
import { type Viewer, viewOf } from '@lakeproof/grading';
import type { SubmissionRecord } from '@lakeproof/persistence';
import { questionResult } from '../catalogue/question-view.js';

/**
 * What came of the answers: everybody who may see the submission sees every question with its explanations,
 * because it was answered. Explanations are those of today's quiz, and left out when it was changed since:
 * letters would stand for other choices.
 */
export function quizOutcome(
  { verdict, files, exerciseDigest }: SubmissionRecord,
  quiz: CatalogueQuiz,
  viewer: Viewer,
): Pick<SubmissionView, 'verdict' | 'questions'> {
  if (!verdict) return { verdict, questions: null };
  const revealed = verdict.variants.map(({ name }) => name);
  const view = viewOf(verdict, [], { ...viewer, revealed });
  if (exerciseDigest !== quiz.digest) return { verdict: view, questions: null };
  const answers = quizAnswers(quiz, files);
  const right = new Set(
    verdict.variants.filter(({ outcome }) => outcome === 'caught').map(({ name }) => name),
  );
  return {
    verdict: view,
    questions: quiz.questions.map((question) =>
      questionResult(question, answers[question.id] ?? [], right.has(question.id)),
    ),
  };
}
