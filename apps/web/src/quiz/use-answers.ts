import { type Answers, answersSchema, type QuizView } from '@lakeproof/contracts';
import { useState } from 'react';
import { stored } from '../ui/stored.js';
import { chosenIn, withChoice } from './answers.js';

/** What a person has chosen and not submitted yet. Every change is kept in the browser at once. */
export function useAnswers(user: string, { slug, questions }: Pick<QuizView, 'slug' | 'questions'>) {
  const place = stored(`lakeproof:answers:${user}:${slug}`, answersSchema);
  const [chosen, setChosen] = useState(() => chosenIn(questions, place.read() ?? {}));
  const [kept, setKept] = useState(true);
  const change = (next: Answers) => {
    setChosen(next);
    setKept(Object.keys(next).length > 0 ? place.keep(next) : place.forget());
  };
  return {
    chosen,
    /** False when the browser refuses to keep drafts. */
    kept,
    isBegun: Object.keys(chosen).length > 0,
    choose: (id: string, letter: string) => {
      change(withChoice(questions, chosen, id, letter));
    },
    clear: () => {
      change({});
    },
  };
}
export type QuizAnswers = ReturnType<typeof useAnswers>;
