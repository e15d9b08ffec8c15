import { describe, expect, it } from '@jest/globals';
import {
  curriculumViewSchema,
  exerciseViewSchema,
  liveEventSchema,
  meSchema,
  submissionReceiptSchema,
  verdictViewSchema,
} from '@lakeproof/contracts';
import { exampleVerdict } from '../offer/example-verdict.js';
import { parseAnswer } from './parse-answer.js';

const parsed = (over: object) => parseAnswer(verdictViewSchema, { ...exampleVerdict, ...over });
const summary = {
  ...{ slug: 'clean-orders', title: 'Clean orders', concepts: ['nulls'], minutes: 20, points: 10 },
  standing: { attempts: 0, bestScore: null, points: null },
};
const quiz = { ...summary, mode: 'quiz', questionCount: 5 };
const unheardOf = { ...summary, mode: 'mind-reading', diffs: ['a'], engine: 'photon' };
const day = { slug: 'day-1', title: 'Unit tests' };
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

  it('has an unknown state where nobody knew it', () => {
    const receipt = { id: '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c', state: 'paused', position: 0 };
    expect(parseAnswer(submissionReceiptSchema, receipt).data).toEqual({ ...receipt, state: 'unknown' });
  });

  it('has an unknown outcome in the one version and the one cell that has it', () => {
    const [variant, ...others] = exampleVerdict.variants;
    const { data } = parsed({
      variants: [{ ...variant, outcome: 'flooded' }, ...others],
      matrix: [cell, { ...cell, outcome: 'flaky' }],
    });
    expect(data?.variants.slice(0, 2).map(({ outcome }) => outcome)).toEqual(['unknown', 'rejected']);
    expect(data?.matrix.map(({ outcome }) => outcome)).toEqual(['failed', 'unknown']);
  });

  it('lists an exercise of a mode nobody knew by what all exercises have, beside the others', () => {
    const days = [{ ...day, introHtml: '', unavailable: [], exercises: [{ ...quiz, likes: 3 }, unheardOf] }];
    const answer = { workshop: { title: 'Trust', trainer: 'Ada' }, days };
    expect(parseAnswer(curriculumViewSchema, answer).data?.days[0]?.exercises).toEqual([
      quiz,
      { ...summary, mode: 'unknown' },
    ]);
  });

  it('shows an exercise of a mode nobody knew', () => {
    const viewed = { day, instructionsHtml: '<p>Review it.</p>', submissions: [] };
    expect(parseAnswer(exerciseViewSchema, { ...unheardOf, ...viewed }).data).toEqual({
      ...{ ...summary, ...viewed },
      mode: 'unknown',
    });
  });

  it('knows the cohort of a role nobody knew', () => {
    const id = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
    const me = { id, name: 'Ada', email: 'ada@example.org', platformAdmin: false };
    const cohort = { id, name: 'Nimbus' };
    const { data } = parseAnswer(meSchema, { ...me, enrolments: [{ id, role: 'mentor', cohort }] });
    expect(data?.enrolments).toEqual([{ id, role: 'unknown', cohort }]);
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
    ['a state is no word', { state: 7 }],
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
