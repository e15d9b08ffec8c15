import { submissionIdSchema, type Progress } from '@lakeproof/contracts';
import type { SandboxEvent } from '@lakeproof/sandbox';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ProgressFeed } from './progress-feed.js';

const id = submissionIdSchema.parse('6f1c2f5e-6f0a-4c8e-9a57-0f6a0c5a9f11');

const collected = (variant: string, tests: string[]): SandboxEvent => ({
  event: 'collected',
  variant,
  tests,
  failures: [],
  notes: [],
});
const passed = (variant: string, test: string, message = ''): SandboxEvent => ({
  event: 'test',
  variant,
  id: test,
  outcome: 'passed',
  cause: null,
  seconds: 0.1,
  message,
  output: '',
});
const ended = (variant: string): SandboxEvent => ({
  event: 'variant',
  variant,
  end: 'finished',
  seconds: 1,
  message: '',
});

let told: Progress[];
let feed: ProgressFeed;
beforeEach(() => {
  jest.useFakeTimers();
  told = [];
  feed = new ProgressFeed(id, 8, (progress) => told.push(progress));
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the progress that viewers are told', () => {
  it('begins at once, with nothing done', () => {
    expect(told).toEqual([
      { submission: id, phase: 'starting', tests: [], variantsDone: 0, variantsTotal: 8, cells: [] },
    ]);
  });

  it('tells a new phase at once', () => {
    feed.phase('collecting');
    feed.take(collected('reference', ['t::a']));
    feed.end();
    expect(told.map(({ phase }) => phase)).toEqual(['starting', 'collecting', 'running', 'finishing']);
  });

  it('batches what comes within a quarter of a second', () => {
    feed.phase('running');
    const before = told.length;
    feed.take(collected('reference', ['t::a', 't::b']));
    feed.take(passed('reference', 't::a'));
    feed.take(passed('reference', 't::b'));
    feed.take(ended('reference'));
    expect(told).toHaveLength(before);
    jest.advanceTimersByTime(250);
    expect(told).toHaveLength(before + 1);
    expect(told.at(-1)).toMatchObject({
      tests: ['t::a', 't::b'],
      variantsDone: 1,
      cells: [{ test: 't::a' }, { test: 't::b' }],
    });
  });

  it('tells each cell once, and at its end those that were still to come', () => {
    feed.take(passed('reference', 't::a'));
    jest.advanceTimersByTime(250);
    feed.take(passed('reference', 't::b'));
    feed.end();
    expect(told.flatMap(({ cells }) => cells.map(({ test }) => test))).toEqual(['t::a', 't::b']);
    jest.advanceTimersByTime(1000);
    expect(told.at(-1)?.phase).toBe('finishing');
  });

  it('stays small whatever a suite reports', () => {
    for (let n = 0; n < 1000; n += 1) feed.take(collected('reference', [`t::${n}`]));
    feed.take(passed('reference', 't::long', 'x'.repeat(4000)));
    feed.end();
    expect(told.at(-1)?.tests).toHaveLength(200);
    expect(told.at(-1)?.cells[0]?.message).toHaveLength(2000);
  });
});
