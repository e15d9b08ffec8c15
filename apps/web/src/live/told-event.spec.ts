import { describe, expect, it } from '@jest/globals';
import { toldEvent } from './told-event.js';

const submission = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
const state = { type: 'state', submission, state: 'running', position: 0, again: false };
const cell = { test: 'a', variant: 'bug-1', outcome: 'failed', cause: 'assertion', seconds: 1, message: '' };
const progress = {
  ...{ type: 'progress', submission, phase: 'running', tests: ['a'], variantsDone: 1, variantsTotal: 12 },
  cells: [cell],
};
const told = (event: object) => toldEvent(JSON.stringify(event));

describe('an event of a newer API', () => {
  it.each([state, progress, { type: 'start-over' }])('is read as before where all is known: %j', (event) => {
    expect(told({ ...event, mood: 'good' })).toEqual(event);
  });

  it('has an unknown state where nobody knew it', () => {
    expect(told({ ...state, state: 'paused' })).toEqual({ ...state, state: 'unknown' });
  });

  it('has an unknown outcome in the one cell that has it, and no cause where nobody knew it', () => {
    const cells = [cell, { ...cell, outcome: 'flaky' }, { ...cell, cause: 'flood' }];
    expect(told({ ...progress, cells })).toEqual({
      ...progress,
      cells: [cell, { ...cell, outcome: 'unknown' }, { ...cell, cause: null }],
    });
  });

  it('has an unknown phase where nobody knew it', () => {
    expect(told({ ...progress, phase: 'cooling' })).toEqual({ ...progress, phase: 'unknown' });
  });
});

it.each(['no JSON', '{"type":"unheard-of"}', '{"type":"state"}'])('nothing is made of %s', (data) => {
  expect(toldEvent(data)).toBeUndefined();
});
