import { rightLetters, type Verdict } from '@lakeproof/contracts';
import type { Quiz } from '@lakeproof/curriculum';
import { type Paint, printable } from '@lakeproof/terminal';
import { rounded } from './verdict-text.js';

/** A verdict on answers for people, the trainer's view: what would have been right. */
export function quizText(quiz: Quiz, verdict: Verdict, paint: Paint): string {
  const { state, reason, message, score, points, maxPoints, variants, notes } = verdict;
  const title = paint('bold', quiz.title);
  const more = notes.map((note) => `  ${printable(note)}`);
  if (state !== 'graded')
    return [
      title,
      paint('yellow', `Rejected: ${reason ?? ''}`),
      ...indented(message ?? ''),
      ...more,
      '',
    ].join('\n');
  const caught = variants.filter(({ outcome }) => outcome === 'caught').map(({ name }) => name);
  const grade = `score ${rounded((score ?? 0) * 100)} % · ${rounded(points ?? 0)} of ${rounded(maxPoints)} points`;
  const headline = `${caught.length} of ${quiz.questions.length} questions right · ${grade}`;
  const width = Math.max(...quiz.questions.map(({ id }) => id.length));
  return [
    title,
    paint(score === 1 ? 'green' : 'yellow', headline),
    '',
    ...quiz.questions.map((question, n) => {
      const place = `${String(n + 1).padStart(4)}  ${question.id.padEnd(width)}  `;
      return caught.includes(question.id)
        ? place + paint('green', 'right')
        : place + paint('yellow', `right would be ${rightLetters(question).join(', ')}`);
    }),
    ...more,
    '',
  ].join('\n');
}

const indented = (text: string) => text.split('\n').map((line) => `  ${printable(line)}`);
