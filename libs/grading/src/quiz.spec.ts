import { describe, expect, it } from '@jest/globals';
import { verdictSchema, type Question } from '@lakeproof/contracts';
import { quizVerdict } from './quiz.js';

const question = (id: string, right: string): Question => ({
  id,
  concept: 'nulls',
  text: id,
  choices: ['a', 'b', 'c'].map((letter) => ({
    text: letter,
    why: letter,
    ...(right.includes(letter) && { right: true as const }),
  })),
});
const quiz = { points: 6, questions: [question('one', 'b'), question('two', 'ac'), question('three', 'a')] };
const caught = (answers: Record<string, string[]>) =>
  quizVerdict(quiz, answers).variants.flatMap(({ name, outcome }) => (outcome === 'caught' ? [name] : []));

describe('a quiz', () => {
  it('answered right is worth full marks, in a verdict of the one format', () => {
    const verdict = quizVerdict(quiz, { one: ['b'], two: ['c', 'a'], three: ['a'] });
    expect(verdictSchema.parse(verdict)).toMatchObject({
      state: 'graded',
      score: 1,
      points: 6,
      maxPoints: 6,
    });
  });

  it.each<{ what: string; two: string[] }>([
    { what: 'only some of the right choices', two: ['a'] },
    { what: 'a wrong choice beside the right ones', two: ['a', 'b', 'c'] },
    { what: 'no choice', two: [] },
  ])('gives nothing for a question with $what', ({ two }) => {
    expect(caught({ one: ['b'], two })).toEqual(['one']);
  });

  it('counts each question the same, and one without an answer as wrong', () => {
    const verdict = quizVerdict(quiz, { one: ['b'], two: ['b'] });
    expect(verdict).toMatchObject({ score: 0.3333, points: 2 });
    expect(verdict.tests.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(verdict.variants).toMatchObject([
      { name: 'one', concept: 'nulls', outcome: 'caught', caughtBy: ['one'], cause: 'assertion' },
      { name: 'two', outcome: 'survived', caughtBy: [], cause: null },
      { name: 'three', outcome: 'survived' },
    ]);
    expect(verdict.matrix.map(({ test, outcome }) => [test, outcome])).toEqual([
      ['one', 'failed'],
      ['two', 'passed'],
    ]);
  });

  it('takes no answer from what every object has', () => {
    const named = { points: 1, questions: [question('constructor', 'a')] };
    expect(quizVerdict(named, {}).score).toBe(0);
  });
});
