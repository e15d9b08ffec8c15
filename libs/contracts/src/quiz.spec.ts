import { describe, expect, it } from '@jest/globals';
import { letterOf, questionSchema, rightLetters } from './quiz.js';

const choice = (more: object = {}) => ({ text: 'Two rows', why: 'Null is not equal to null.', ...more });
const question = (choices: object[]) => ({ id: 'null-filter', concept: 'nulls', text: 'How many?', choices });
const problemOf = (choices: object[]) =>
  questionSchema.safeParse(question(choices)).error?.issues[0]?.message;

describe('a question', () => {
  it('has its choices by letters, and knows the right ones', () => {
    const parsed = questionSchema.parse(
      question([choice(), choice({ right: true }), choice({ right: true })]),
    );
    expect([0, 1, 5].map(letterOf)).toEqual(['a', 'b', 'f']);
    expect(rightLetters(parsed)).toEqual(['b', 'c']);
  });

  it.each<{ what: string; choices: object[]; says: string }>([
    { what: 'one choice', choices: [choice({ right: true })], says: 'Too small' },
    { what: 'seven choices', choices: Array(7).fill(choice({ right: true })) as object[], says: 'Too big' },
    { what: 'nothing right', choices: [choice(), choice()], says: 'at least one choice with "right": true' },
    {
      what: 'a choice without a why',
      choices: [choice({ why: '' }), choice({ right: true })],
      says: 'Too small',
    },
  ])('is refused with $what', ({ choices, says }) => {
    expect(problemOf(choices)).toContain(says);
  });
});
