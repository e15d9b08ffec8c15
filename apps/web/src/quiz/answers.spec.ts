import { describe, expect, it } from '@jest/globals';
import type { QuestionView } from '@lakeproof/contracts';
import { chosenIn, unanswered, withChoice } from './answers.js';

const question = (id: string, several: boolean): QuestionView => ({
  id,
  several,
  html: id,
  choices: ['a', 'b', 'c'].map((letter) => ({ letter, html: letter })),
});
const questions = [question('one', false), question('many', true)];
const choose = (answers: Record<string, string[]>, id: string, letter: string) =>
  withChoice(questions, answers, id, letter);

describe('choosing', () => {
  it('of one right answer takes the place of the choice before', () => {
    expect(choose({ one: ['a'] }, 'one', 'b')).toEqual({ one: ['b'] });
    expect(choose({ one: ['b'] }, 'one', 'b')).toEqual({ one: ['b'] });
  });

  it('of several adds, and takes back what is chosen again', () => {
    expect(choose({ many: ['c'] }, 'many', 'a')).toEqual({ many: ['a', 'c'] });
    expect(choose({ many: ['a', 'c'] }, 'many', 'a')).toEqual({ many: ['c'] });
  });

  it('leaves no answer behind when the last choice is taken back', () => {
    expect(choose({ many: ['c'] }, 'many', 'c')).toEqual({});
  });
});

describe('kept answers', () => {
  it('lose what the quiz no longer asks', () => {
    expect(chosenIn(questions, { one: ['d'], gone: ['a'], many: ['b', 'e'] })).toEqual({ many: ['b'] });
  });
});

describe('unanswered questions', () => {
  it('are named by their numbers', () => {
    expect(unanswered(questions, { one: ['a'], many: [] })).toEqual([2]);
    expect(unanswered(questions, { one: ['a'], many: ['a'] })).toEqual([]);
  });
});
