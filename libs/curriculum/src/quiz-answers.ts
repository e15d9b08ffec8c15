import { answersFile, answersSchema, DomainError, letterOf } from '@lakeproof/contracts';
import type { Answers, Question, SubmissionFile } from '@lakeproof/contracts';
import type { Quiz } from './exercise.js';
import type { FileProblem } from './submission-rules.js';

type Asked = Pick<Quiz, 'questions'>;

/**
 * The answers of a submission to a quiz. A question without an answer is simply not in it.
 * @throws DomainError `invalid-files`, in sentences for the sender
 */
export function quizAnswers(quiz: Asked, files: readonly SubmissionFile[]): Answers {
  const { answers, problems } = answersIn(quiz, files);
  if (problems.length > 0)
    throw new DomainError('invalid-files', problems.map(({ message }) => message).join(' '), problems);
  return answers;
}

/**
 * That questions are left open, in a sentence naming them; nothing when all are answered. A regrade by today's
 * questions and the trainer's command take answers as they are: a question without one is not caught there.
 */
export function openQuestionProblems({ questions }: Asked, answers: Answers): FileProblem[] {
  const open = questions.flatMap(({ id }, position) =>
    Object.hasOwn(answers, id) && answers[id]?.length ? [] : [`question ${position + 1} (${id})`],
  );
  if (open.length === 0) return [];
  const message = `${answersFile} leaves open: ${open.join(', ')}. Answer every question, then submit again.`;
  return [{ path: answersFile, message }];
}

/** The same with all that is wrong as data; the answers are whole only where nothing is. */
export function answersIn(
  { questions }: Asked,
  files: readonly SubmissionFile[],
): { readonly answers: Answers; readonly problems: readonly FileProblem[] } {
  const file = files.find(({ path }) => path === answersFile);
  const strangers = files.filter(({ path }) => path !== answersFile);
  const problems = strangers.map(({ path }) => ({
    path,
    message: `A quiz takes ${answersFile} alone: remove ${path}.`,
  }));
  if (!file)
    return { answers: {}, problems: [problem('is missing: it holds the letters you chose'), ...problems] };
  const answers = parsedAnswers(file.content);
  if (!answers)
    return {
      answers: {},
      problems: [problem('must be JSON such as { "null-filter": ["b"] }: letters by question'), ...problems],
    };
  return { answers, problems: [...problems, ...unknownAnswers(questions, answers).map(problem)] };
}

const problem = (what: string): FileProblem => ({ path: answersFile, message: `${answersFile} ${what}.` });

function parsedAnswers(content: string): Answers | undefined {
  try {
    return answersSchema.safeParse(JSON.parse(content)).data;
  } catch {
    return undefined;
  }
}

/** So many are told: a file of nothing but unknown questions would make an answer of megabytes. */
const mostTold = 10;

function unknownAnswers(questions: readonly Question[], answers: Answers): string[] {
  const asked = new Map(questions.map((question) => [question.id, question]));
  const problems: string[] = [];
  for (const [id, letters] of Object.entries(answers)) {
    if (problems.length >= mostTold) break;
    const question = asked.get(id);
    if (question) problems.push(...unknownLetters(question, letters));
    else
      problems.push(
        `answers "${short(id)}", which is no question. The quiz asks: ${[...asked.keys()].join(', ')}`,
      );
  }
  return problems.slice(0, mostTold);
}

function unknownLetters({ id, choices }: Question, letters: readonly string[]): string[] {
  const known = choices.map((_, position) => letterOf(position));
  return letters
    .filter((letter) => !known.includes(letter))
    .map((letter) => `chooses "${short(letter)}" in "${id}", which has the choices ${known.join(', ')}`);
}

const short = (text: string) => text.slice(0, 80);
