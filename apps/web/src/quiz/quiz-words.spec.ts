import { describe, expect, it } from '@jest/globals';
import { choiceWord, countsSentence, gradeWords, resultSentence } from './quiz-words.js';

describe('the words of a result', () => {
  it.each([
    [8, 8, 'All 8 questions right.'],
    [7, 8, '7 of 8 questions right: one is worth another look.'],
    [0, 8, '0 of 8 questions right: 8 are worth another look.'],
  ])('for %d of %d', (right, all, sentence) => {
    expect(resultSentence(right, all)).toBe(sentence);
  });

  it.each([
    [true, true, 'Right, and you chose it'],
    [true, false, 'This is right'],
    [false, true, 'You chose this'],
    [false, false, ''],
  ])('for a choice that is right: %s, chosen: %s', (right, chosen, word) => {
    expect(choiceWord({ right, chosen })).toBe(word);
  });
});

describe('the words for what counts', () => {
  it('tell it before the first answers, and the grade after them', () => {
    expect(gradeWords(null)).toBe('your first answers count');
    expect(gradeWords(0.625)).toBe('your grade: 63 %');
  });

  it.each([
    [false, 0.5, 'These are your first answers: they count.'],
    [true, 0.5, 'This is a retry: your grade stays 50 %, from your first answers.'],
    [true, null, 'This is a retry: your first answers count.'],
  ])('a retry: %s, with the grade %s', (retry, grade, sentence) => {
    expect(countsSentence(retry, grade)).toBe(sentence);
  });
});
