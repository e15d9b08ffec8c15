import { type Answers, answersSchema, type QuizView } from '@lakeproof/contracts';
import { useState } from 'react';
import { chosenIn, withChoice } from './answers.js';

const place = (user: string, quiz: string) => `lakeproof:answers:${user}:${quiz}`;

/** What a person has chosen and not submitted yet. Every change is kept in the browser at once. */
export function useAnswers(user: string, { slug, questions }: Pick<QuizView, 'slug' | 'questions'>) {
  const [chosen, setChosen] = useState(() => chosenIn(questions, loaded(user, slug)));
  const [kept, setKept] = useState(true);
  const change = (next: Answers) => {
    setChosen(next);
    setKept(save(user, slug, next));
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

function loaded(user: string, quiz: string): Answers {
  try {
    return answersSchema.parse(JSON.parse(localStorage.getItem(place(user, quiz)) ?? '{}'));
  } catch {
    return {};
  }
}

/** Whether it could be kept: browsers refuse when storage is switched off or full. */
function save(user: string, quiz: string, answers: Answers): boolean {
  try {
    if (Object.keys(answers).length === 0) localStorage.removeItem(place(user, quiz));
    else localStorage.setItem(place(user, quiz), JSON.stringify(answers));
    return true;
  } catch {
    return false;
  }
}
