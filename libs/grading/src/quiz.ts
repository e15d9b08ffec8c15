import { rightLetters } from '@lakeproof/contracts';
import type { Answers, MatrixCell, Question, Verdict } from '@lakeproof/contracts';
import { pointsFor, share } from './numbers.js';

/** What grading has to know of a quiz. */
export interface QuizRubric {
  readonly points: number;
  readonly questions: readonly Question[];
}

/**
 * The verdict on answers to a quiz, in the one format of verdicts (docs/decisions/011): a question is a
 * mutant of its concept, an answer is the valid test that faces it, and an answer with exactly the right
 * choices catches it. A question without an answer survives.
 * @param answers letters by question, checked by `quizAnswers`
 */
export function quizVerdict({ points, questions }: QuizRubric, answers: Answers): Verdict {
  const seen = questions.map((question) => {
    const chosen = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? []) : [];
    return { question, answered: chosen.length > 0, right: isRight(question, chosen) };
  });
  const score = share(seen.filter(({ right }) => right).length / questions.length);
  const answered = seen.filter((one) => one.answered);
  return {
    state: 'graded',
    reason: null,
    score,
    points: pointsFor(score, points),
    maxPoints: points,
    tests: answered.map(({ question }) => ({ id: question.id, valid: true, falseAlarmOn: [] })),
    variants: seen.map(({ question: { id, concept }, right }) => ({
      name: id,
      kind: 'mutant',
      concept,
      outcome: right ? 'caught' : 'survived',
      caughtBy: right ? [id] : [],
      cause: right ? 'assertion' : null,
    })),
    matrix: answered.map(({ question: { id }, right }): MatrixCell => ({
      test: id,
      variant: id,
      outcome: right ? 'failed' : 'passed',
      cause: right ? 'assertion' : null,
      seconds: 0,
      message: '',
    })),
    timing: { queued: 0, started: 0, firstResult: 0, total: 0 },
    message: null,
    notes: [],
  };
}

/** Exactly the right choices, in whatever order. */
function isRight(question: Question, chosen: readonly string[]): boolean {
  const right = rightLetters(question);
  return right.every((letter) => chosen.includes(letter)) && chosen.every((letter) => right.includes(letter));
}
