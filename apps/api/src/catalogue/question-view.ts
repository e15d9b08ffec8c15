import { letterOf, rightLetters, type QuestionResult, type QuestionView } from '@lakeproof/contracts';
import type { RenderedQuestion } from '@lakeproof/curriculum';

/** A question as it is asked: neither what is right nor why. */
export const questionView = (question: RenderedQuestion): QuestionView => ({
  id: question.id,
  html: question.html,
  several: rightLetters(question).length > 1,
  choices: question.choices.map(({ html }, position) => ({ letter: letterOf(position), html })),
});

/** A question as it is shown to those who have answered it. */
export const questionResult = (
  question: RenderedQuestion,
  chosen: readonly string[],
  answeredRight: boolean,
): QuestionResult => ({
  ...questionView(question),
  answeredRight,
  choices: question.choices.map(({ html, right, whyHtml }, position) => ({
    letter: letterOf(position),
    html,
    right: right ?? false,
    chosen: chosen.includes(letterOf(position)),
    whyHtml,
  })),
});
