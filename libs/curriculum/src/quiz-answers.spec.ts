import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@lakeproof/contracts';
import type { Quiz } from './exercise.js';
import { loadExercise } from './load-exercise.js';
import { ownSubmissions } from './own-submissions.js';
import { openQuestionProblems, quizAnswers } from './quiz-answers.js';
import { soundQuiz, temporaryFolder, writeFiles } from './testing/exercise-folder.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let quiz: Quiz;
beforeAll(async () => {
  folder = await temporaryFolder();
  const dir = join(folder.path, 'opening');
  await writeFiles(dir, soundQuiz);
  const loaded = await loadExercise(dir);
  if (loaded.mode !== 'quiz') throw new Error('no quiz');
  quiz = loaded;
});
afterAll(() => folder.remove());

const answers = (content: unknown) => ({
  path: 'answers.json',
  content: typeof content === 'string' ? content : JSON.stringify(content),
});
function problemOf(...files: { path: string; content: string }[]): string {
  try {
    return JSON.stringify(quizAnswers(quiz, files));
  } catch (error) {
    return error instanceof DomainError ? `${error.code}: ${error.detail}` : String(error);
  }
}

describe('answers to a quiz', () => {
  it('are letters by question; a question may be left out', () => {
    expect(quizAnswers(quiz, [answers({ 'null-join': ['c', 'a'] })])).toEqual({ 'null-join': ['c', 'a'] });
    expect(quizAnswers(quiz, [answers({})])).toEqual({});
  });

  it.each<{ what: string; files: { path: string; content: string }[]; says: string }>([
    { what: 'no file', files: [], says: 'answers.json is missing' },
    { what: 'no JSON', files: [answers('{')], says: 'answers.json must be JSON such as' },
    {
      what: 'a letter instead of a list',
      files: [answers({ 'null-join': 'a' })],
      says: 'letters by question',
    },
    {
      what: 'an unknown question',
      files: [answers({ nope: ['a'] })],
      says: 'answers "nope", which is no question. The quiz asks: null-filter, null-join, null-count.',
    },
    {
      what: 'a name of every object',
      files: [answers('{"__proto__": ["a"], "constructor": ["a"]}')],
      says: 'answers "constructor", which is no question',
    },
    {
      what: 'an unknown letter',
      files: [answers({ 'null-join': ['d'] })],
      says: 'chooses "d" in "null-join", which has the choices a, b, c.',
    },
    {
      what: 'another file',
      files: [answers({}), { path: 'test_a.py', content: '' }],
      says: 'A quiz takes answers.json alone: remove test_a.py.',
    },
  ])('with $what are refused in a sentence', ({ files, says }) => {
    expect(problemOf(...files)).toMatch(/^invalid-files: /);
    expect(problemOf(...files)).toContain(says);
  });

  it('that are wrong by the thousand are told by a few', () => {
    const many = Object.fromEntries(Array.from({ length: 4000 }, (_, n) => [`q${String(n)}`, ['a']]));
    expect(problemOf(answers(many)).length).toBeLessThan(2000);
    expect(
      problemOf(answers({ 'null-join': Array.from({ length: 20_000 }, () => 'z') })).length,
    ).toBeLessThan(2000);
  });

  it('that a quiz brings along are checked like any others', async () => {
    const dir = join(folder.path, 'broken');
    await writeFiles(dir, { ...soundQuiz, 'samples/weak/answers.json': { nope: ['a'] } });
    await expect(loadExercise(dir).then(ownSubmissions)).rejects.toThrow(
      'broken/samples/weak: answers.json answers "nope"',
    );
  });
});

describe('questions left open', () => {
  const first = { id: 'null-join', choices: [], concept: 'nulls', text: '' };
  const asked = { questions: [first, { ...first, id: 'late-rows' }, { ...first, id: 'constructor' }] };

  it.each([
    [
      { 'late-rows': ['b'] },
      'answers.json leaves open: question 1 (null-join), question 3 (constructor). Answer every question, then submit again.',
    ],
    [
      { 'null-join': [], 'late-rows': ['b'], constructor: ['a'] },
      'answers.json leaves open: question 1 (null-join). Answer every question, then submit again.',
    ],
  ])('are named: %j', (answers, message) => {
    expect(openQuestionProblems(asked, answers)).toEqual([{ path: 'answers.json', message }]);
  });

  it('are none when each has an answer', () => {
    const all = { 'null-join': ['a'], 'late-rows': ['b'], constructor: ['a', 'b'] };
    expect(openQuestionProblems(asked, all)).toEqual([]);
  });
});
