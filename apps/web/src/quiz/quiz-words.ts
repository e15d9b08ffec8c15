import type { QuestionResult } from '@lakeproof/contracts';
import { percent } from '../ui/figures.js';

/** What an attempt came to, in a sentence that blames nobody. */
export function resultSentence(right: number, all: number): string {
  if (right === all) return `All ${all} questions right.`;
  const open = all - right;
  return `${right} of ${all} questions right: ${open === 1 ? 'one is' : `${open} are`} worth another look.`;
}

/** What a choice was, in words beside its colour; empty for one that was wrong and left alone. */
export function choiceWord({
  right,
  chosen,
}: Pick<QuestionResult['choices'][number], 'right' | 'chosen'>): string {
  if (right) return chosen ? 'Right, and you chose it' : 'This is right';
  return chosen ? 'You chose this' : '';
}

/** What counts, before and after the first answers. Takes the grade, null while there is none. */
export const gradeWords = (grade: number | null): string =>
  grade === null ? 'your first answers count' : `your grade: ${percent(grade)}`;

/** What these answers are to the grade. */
export function countsSentence(retry: boolean, grade: number | null): string {
  if (!retry) return 'These are your first answers: they count.';
  return grade === null
    ? 'This is a retry: your first answers count.'
    : `This is a retry: your grade stays ${percent(grade)}, from your first answers.`;
}
