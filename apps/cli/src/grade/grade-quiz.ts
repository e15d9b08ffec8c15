import { DomainError, type Reason, type Verdict } from '@lakeproof/contracts';
import { quizAnswers, type Quiz } from '@lakeproof/curriculum';
import { quizVerdict, unrunVerdict } from '@lakeproof/grading';
import { type Io, paintFor, SentenceError } from '@lakeproof/terminal';
import { exitCodeOf } from '../exit-code.js';
import { quizText } from './quiz-text.js';
import { readSubmission } from './read-submission.js';

interface Arguments {
  readonly submission: string;
  readonly variant?: readonly string[];
  readonly json?: boolean;
}

/**
 * `lakeproof grade` of a quiz: the API's own path from answers to verdict, but it takes questions left open. It needs no Docker.
 *
 * @returns the exit code
 * @throws SentenceError when versions are named, which a quiz hasn't
 */
export async function gradeQuiz(quiz: Quiz, args: Arguments, io: Io): Promise<number> {
  if (args.variant?.length) throw new SentenceError('A quiz has no versions: leave out --variant.');
  const verdict = await verdictOn(quiz, args.submission);
  if (args.json) io.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  else io.stdout.write(quizText(quiz, verdict, paintFor(io.stdout, io.env)));
  return exitCodeOf(verdict);
}

async function verdictOn(quiz: Quiz, folder: string): Promise<Verdict> {
  const submission = await readSubmission(folder);
  const { notes } = submission;
  const rejected = (reason: Reason, place: string) =>
    unrunVerdict({ points: quiz.points, variants: [] }, { state: 'rejected', reason, place, notes });
  if ('reason' in submission) return rejected(submission.reason, submission.message);
  try {
    return { ...quizVerdict(quiz, quizAnswers(quiz, submission.files)), notes: [...notes] };
  } catch (error) {
    if (error instanceof DomainError) return rejected('invalid-answers', error.detail);
    throw error;
  }
}
