import { describe, expect, it } from '@jest/globals';
import { type CellView, submissionIdSchema } from '@lakeproof/contracts';
import type { SubmissionEvent } from '../live/told-event.js';
import { announcementOf, fractionOf, nothingSeen, statusOf, watch, type Watched } from './progress.js';

const submission = submissionIdSchema.parse('0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c');
const state = (
  state: Extract<SubmissionEvent, { type: 'state' }>['state'],
  position = 0,
  again = false,
): SubmissionEvent => ({ type: 'state', submission, state, position, again });
const cell = (test: string, variant: string, outcome: CellView['outcome'] = 'passed'): CellView => ({
  test,
  variant,
  outcome,
  cause: outcome === 'failed' ? 'assertion' : null,
  seconds: 0.1,
  message: '',
});
const progress = (over: Partial<Extract<SubmissionEvent, { type: 'progress' }>>): SubmissionEvent => ({
  type: 'progress',
  submission,
  phase: 'running',
  tests: ['a', 'b'],
  variantsDone: 0,
  variantsTotal: 12,
  cells: [],
  ...over,
});
const after = (...events: SubmissionEvent[]): Watched => events.reduce(watch, nothingSeen);

describe('watching a submission', () => {
  it('gathers cells as they come', () => {
    const seen = after(
      progress({ cells: [cell('a', 'bug-1')] }),
      progress({ cells: [cell('b', 'bug-1', 'failed')], variantsDone: 1 }),
    );
    expect(seen.cells.map(({ test, outcome }) => [test, outcome])).toEqual([
      ['a', 'passed'],
      ['b', 'failed'],
    ]);
    expect(seen.variantsDone).toBe(1);
  });

  it('keeps the newest result when a version is run once more', () => {
    const seen = after(
      progress({ cells: [cell('a', 'bug-1')] }),
      progress({ cells: [cell('a', 'bug-1', 'failed')] }),
    );
    expect(seen.cells).toEqual([cell('a', 'bug-1', 'failed')]);
  });

  it('remembers the tests when a later message leaves them out', () => {
    expect(after(progress({}), progress({ tests: [] })).tests).toEqual(['a', 'b']);
  });

  it('starts anew when its worker died and it is queued again', () => {
    const seen = after(progress({ cells: [cell('a', 'bug-1')] }), state('queued', 2, true));
    expect(seen).toEqual({ ...nothingSeen, position: 2, again: true });
  });

  it('stays in the phase it was in when one comes that nobody knew', () => {
    expect(after(progress({}), progress({ phase: null, variantsDone: 1 }))).toMatchObject({
      phase: 'running',
      variantsDone: 1,
    });
  });

  it('ignores progress that comes after the end', () => {
    const ended = after(state('graded'));
    expect(watch(ended, progress({}))).toBe(ended);
  });
});

describe('the words for where it stands', () => {
  it.each<[SubmissionEvent, string]>([
    [state('queued'), 'Next in the queue'],
    [state('queued', 1), 'Queued, 1 submission before yours'],
    [state('queued', 3), 'Queued, 3 submissions before yours'],
    [
      state('queued', 0, true),
      'Something of ours stopped while it ran. It starts again; that costs no attempt',
    ],
    [state('running', 0, true), 'Starting a sandbox'],
    [progress({ phase: 'collecting' }), 'Collecting the tests'],
    [progress({ variantsDone: 3 }), 'Running the tests: 3 of 12 versions done'],
    [progress({ variantsDone: 0, variantsTotal: 1 }), 'Running the tests: 0 of 1 version done'],
    [progress({ phase: 'finishing' }), 'Working out the verdict'],
  ])('%j', (event, words) => {
    expect(statusOf(after(event))).toBe(words);
  });

  it('are read aloud by quarters, so that a screen reader can keep up', () => {
    const heard = [0, 1, 2, 3, 4, 6, 9, 12].map((variantsDone) =>
      announcementOf(after(progress({ variantsDone }))),
    );
    expect([...new Set(heard)]).toEqual([
      'Running the tests',
      'Running the tests: 25 percent done',
      'Running the tests: 50 percent done',
      'Running the tests: 75 percent done',
      'Running the tests: 100 percent done',
    ]);
  });

  it('come with a bar that never goes back', () => {
    const bars = [
      nothingSeen,
      after(state('running')),
      after(progress({ phase: 'collecting' })),
      after(progress({ variantsDone: 6 })),
      after(progress({ phase: 'finishing', variantsDone: 12 })),
    ].map(fractionOf);
    expect(bars).toEqual([...bars].sort((a, b) => a - b));
    expect(bars.at(-1)).toBe(1);
  });
});
