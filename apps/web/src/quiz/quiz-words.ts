import type { QuestionResult } from '@lakeproof/contracts';

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
