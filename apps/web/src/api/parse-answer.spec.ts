import { describe, expect, it } from '@jest/globals';
import { liveEventSchema, verdictViewSchema } from '@lakeproof/contracts';
import { exampleVerdict } from '../offer/example-verdict.js';
import { parseAnswer } from './parse-answer.js';

const parsed = (over: object) => parseAnswer(verdictViewSchema, { ...exampleVerdict, ...over });
const cell = { test: 'a', variant: 'b', outcome: 'failed', cause: 'assertion', seconds: 1, message: '' };

describe('an answer of a newer API', () => {
  it('is read without the fields nobody knew, however deep they are', () => {
    const [variant, ...others] = exampleVerdict.variants;
    const { success, data } = parsed({ mood: 'good', variants: [{ ...variant, colour: 'red' }, ...others] });
    expect(success).toBe(true);
    expect(data).toEqual(exampleVerdict);
  });

  it('is read without a reason nobody knew', () => {
    expect(parsed({ state: 'rejected', reason: 'too-late' }).data?.reason).toBeNull();
  });

  it('is read without a cause nobody knew, in the one cell that has it', () => {
    const matrix = [cell, { ...cell, cause: 'flood' }];
    expect(parsed({ matrix }).data?.matrix.map(({ cause }) => cause)).toEqual(['assertion', null]);
  });

  it('goes on being watched', () => {
    const submission = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
    const state = { type: 'state', submission, state: 'running', position: 0, again: false };
    expect(parseAnswer(liveEventSchema, { ...state, expectedWait: 3 }).data).toEqual(state);
  });
});

describe('an answer that breaks what was agreed', () => {
  it.each([
    ['a word is missing that must be there', { state: 'postponed' }],
    ['a field is missing', { tests: undefined }],
    ['a reason is no word', { reason: 7 }],
    ['a number is a word', { score: 'high' }],
  ])('is refused: %s', (_, over) => {
    expect(parsed(over).success).toBe(false);
  });

  it('is not changed by looking at it', () => {
    const answer = { ...exampleVerdict, mood: 'good' };
    parseAnswer(verdictViewSchema, answer);
    expect(answer.mood).toBe('good');
  });
});
