import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type LiveEvent, submissionIdSchema, type SubmissionId } from '@lakeproof/contracts';
import type { ProgressEvent } from '@lakeproof/grading';
import { type Cursor, cursorSchema, type OpenSubmission, type EventsAfter } from '@lakeproof/persistence';
import type { MessageEvent } from '@nestjs/common';
import { Watch } from './watch.js';

const one = submissionIdSchema.parse('0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c');
const other = submissionIdSchema.parse('b3a1a9c0-58a3-4f0e-9a55-0d9f5a6d2a11');
const cursor = (n: number): Cursor => cursorSchema.parse(`${n}-1`);
type Change = EventsAfter['events'][number];

/** Events and submissions in memory, and what one viewer was told. */
function watched(resumeAfter?: number) {
  const told: string[] = [];
  const world = {
    changes: [] as Change[],
    underWay: [] as OpenSubmission[],
    heldFrom: Infinity,
    failing: false,
    ended: false,
    error: undefined as unknown,
    asked: 0,
  };
  const read = <T>(value: () => T): Promise<T> =>
    world.failing ? Promise.reject(new Error('Postgres is down')) : Promise.resolve(value());
  const watch = new Watch(
    {
      beginning: () =>
        read(() =>
          resumeAfter === undefined
            ? { cursor: cursor(numberOf(world.changes.at(-1)?.cursor)), startsOver: true }
            : { cursor: cursor(resumeAfter), startsOver: false },
        ),
      eventsAfter: (after) =>
        read(() => {
          const later = world.changes.filter((change) => numberOf(change.cursor) > numberOf(after));
          const events = later.filter((change) => numberOf(change.cursor) < world.heldFrom);
          return { events, held: events.length < later.length };
        }),
      underWay: () =>
        read(() => {
          world.asked += 1;
          return world.underWay;
        }),
    },
    {
      next: ({ id, data }: MessageEvent) => {
        told.push(`${numberOf(id as Cursor)} ${inWords(data as LiveEvent)}`);
      },
      complete: () => (world.ended = true),
      error: (error) => (world.error = error),
    },
  );
  return { world, told, watch };
}
const numberOf = (of: Cursor | undefined) => parseInt(of ?? '0');
const nameOf = (id: SubmissionId) => (id === one ? 'one' : 'other');
function inWords(event: LiveEvent): string {
  if (event.type !== 'state') return event.type;
  const { submission, state, position, again } = event;
  return `${nameOf(submission)} ${state}${state === 'queued' ? ` ${position}` : ''}${again ? ' again' : ''}`;
}
const change = (n: number, submission: SubmissionId, state: Change['state'], again = false): Change => ({
  cursor: cursor(n),
  submission,
  state,
  again,
});
const open = (id: SubmissionId, state: 'queued' | 'running', position = 0): OpenSubmission => ({
  id,
  exercise: 'clean-orders',
  role: 'participant',
  queue: 'warm',
  again: false,
  state,
  position,
});
const progress = (submission: SubmissionId): ProgressEvent => ({
  type: 'progress',
  submission,
  phase: 'running',
  tests: [],
  variantsDone: 1,
  variantsTotal: 2,
  cells: [],
});

describe('a viewer who comes anew', () => {
  it('is told to look again, and what is under way, not how it came there', async () => {
    const { world, told, watch } = watched();
    world.changes.push(change(1, one, 'queued'), change(2, one, 'running'), change(3, other, 'queued'));
    world.underWay = [open(one, 'running'), open(other, 'queued', 2)];
    await watch.refresh();
    expect(told).toEqual(['3 start-over', '3 one running', '3 other queued 2']);
  });

  it('is told each later change once and in order', async () => {
    const { world, told, watch } = watched();
    await watch.refresh();
    world.underWay = [open(one, 'queued', 1)];
    world.changes.push(change(1, one, 'queued'));
    await watch.refresh();
    world.underWay = [open(one, 'running')];
    world.changes.push(change(2, one, 'running'));
    await Promise.all([watch.refresh(), watch.refresh()]);
    await watch.refresh();
    world.underWay = [];
    world.changes.push(change(4, one, 'queued', true), change(6, one, 'running'), change(7, one, 'graded'));
    await watch.refresh();
    expect(told).toEqual([
      '0 start-over',
      '1 one queued 1',
      '2 one running',
      '4 one queued 0 again',
      '6 one running',
      '7 one graded',
    ]);
    expect(world.ended).toBe(false);
  });

  it('is told the place in the queue whenever it moves', async () => {
    const { world, told, watch } = watched();
    world.underWay = [open(one, 'queued', 3)];
    await watch.refresh();
    await watch.refresh();
    expect(watch.isWaiting).toBe(true);
    world.underWay = [open(one, 'queued', 2)];
    await watch.refresh();
    expect(told).toEqual(['0 start-over', '0 one queued 3', '0 one queued 2']);
  });

  it('learns when nothing can be read', async () => {
    const { world, told, watch } = watched();
    world.failing = true;
    await watch.refresh();
    expect(world.error).toEqual(new Error('Postgres is down'));
    expect(told).toEqual([]);
  });
});

describe('a viewer who comes back', () => {
  it('is told all that was missed, then what is under way beside it', async () => {
    const { world, told, watch } = watched(1);
    world.changes.push(change(1, one, 'queued'), change(2, one, 'running'), change(3, one, 'rejected'));
    world.underWay = [open(other, 'running')];
    await watch.refresh();
    expect(told).toEqual(['2 one running', '3 one rejected', '3 other running']);
  });
});

describe('a viewer who watches', () => {
  it('costs no look at what is under way while nothing waits and nothing changes', async () => {
    const { world, watch } = watched();
    world.underWay = [open(one, 'running')];
    await watch.refresh();
    await watch.refresh();
    expect(watch.isWaiting).toBe(false);
    expect(world.asked).toBe(1);
  });

  it('keeps what was told when Postgres is away for a while', async () => {
    const { world, told, watch } = watched();
    await watch.refresh();
    world.failing = true;
    world.changes.push(change(1, one, 'graded'));
    await watch.refresh();
    world.failing = false;
    await watch.refresh();
    expect(told).toEqual(['0 start-over', '1 one graded']);
  });

  it('gets progress of what is under way, under the id of the last change', async () => {
    const { world, told, watch } = watched();
    watch.tellProgress(progress(one));
    world.underWay = [open(one, 'running')];
    world.changes.push(change(4, one, 'running'));
    await watch.refresh();
    watch.tellProgress(progress(one));
    watch.tellProgress(progress(other));
    world.underWay = [];
    world.changes.push(change(7, one, 'graded'));
    await watch.refresh();
    watch.tellProgress(progress(one));
    expect(told).toEqual(['4 start-over', '4 one running', '4 progress', '7 one graded']);
  });

  it('is told nothing after the end', async () => {
    const { world, told, watch } = watched();
    await watch.refresh();
    watch.end();
    world.changes.push(change(1, one, 'running'));
    await watch.refresh();
    expect(told).toEqual(['0 start-over']);
    expect(world.ended).toBe(true);
  });
});

describe('what an older transaction holds back', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('is read again soon, and told in its place', async () => {
    const { world, told, watch } = watched();
    await watch.refresh();
    world.heldFrom = 2;
    world.changes.push(change(2, other, 'running'));
    await watch.refresh();
    expect(told).toEqual(['0 start-over']);
    world.changes.unshift(change(1, one, 'running'));
    world.heldFrom = Infinity;
    await jest.advanceTimersByTimeAsync(50);
    expect(told).toEqual(['0 start-over', '1 one running', '2 other running']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is not asked for once the viewer has gone', async () => {
    const { world, watch } = watched();
    world.changes.push(change(1, one, 'running'));
    await watch.refresh();
    world.heldFrom = 2;
    world.changes.push(change(2, one, 'graded'));
    await watch.refresh();
    watch.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
