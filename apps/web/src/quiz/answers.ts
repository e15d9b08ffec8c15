import type { Answers, QuestionView } from '@lakeproof/contracts';

/** Of kept answers what today's quiz still asks: its questions and letters may have changed. */
export const chosenIn = (questions: readonly QuestionView[], kept: Answers): Answers =>
  Object.fromEntries(
    questions.flatMap(({ id, choices }) => {
      const letters = (kept[id] ?? []).filter((letter) => choices.some((choice) => choice.letter === letter));
      return letters.length > 0 ? [[id, letters]] : [];
    }),
  );

/** A choice made: where several may be right it is taken back when made again, else it takes the other's place. */
export function withChoice(
  questions: readonly QuestionView[],
  answers: Answers,
  id: string,
  letter: string,
): Answers {
  const question = questions.find((one) => one.id === id);
  const before = answers[id] ?? [];
  const turned = before.includes(letter) ? before.filter((other) => other !== letter) : [...before, letter];
  const next = { ...answers, [id]: question?.several ? turned.toSorted() : [letter] };
  return chosenIn(questions, next);
}

/** Numbers, from 1, of the questions that have no answer yet. */
export const unanswered = (questions: readonly QuestionView[], answers: Answers): number[] =>
  questions.flatMap(({ id }, index) => (answers[id]?.length ? [] : [index + 1]));
