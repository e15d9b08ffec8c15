import { describe, expect, it } from '@jest/globals';
import type { ProgressEvent } from '@lakeproof/grading';
import type { MessageEvent } from '@nestjs/common';
import { Watch, type WatchedChange } from './watch.js';

/** An outbox in memory, with a queue in front of it, and what one viewer was told. */
function watched(resumeAfter?: string) {
  const outbox: WatchedChange[] = [];
  const told: string[] = [];
  const again: (boolean | undefined)[] = [];
  const world = {
    outbox,
    told,
    again,
    position: 0,
    ended: false,
    failing: false,
    error: undefined as unknown,
  };
  const watch = new Watch(
    {
      changesAfter: (id) =>
        world.failing
          ? Promise.reject(new Error('Postgres is down'))
          : Promise.resolve(outbox.filter((change) => Number(change.id) > Number(id))),
      position: () => Promise.resolve(world.position),
    },
    {
      next: (message: MessageEvent) => {
        const data = message.data as { type: string; state?: string; position?: number; again?: boolean };
        again.push(data.again);
        told.push(
          [message.id, message.type, data.state, data.position]
            .filter((part) => part !== undefined)
            .join(' '),
        );
      },
      complete: () => (world.ended = true),
      error: (error) => (world.error = error),
    },
    resumeAfter,
  );
  return { ...world, world, watch };
}
const change = (id: number, state: WatchedChange['state'], again = false): WatchedChange => ({
  id: String(id),
  state,
  again,
});
const progress: ProgressEvent = {
  type: 'progress',
  phase: 'running',
  tests: [],
  variantsDone: 1,
  variantsTotal: 2,
  cells: [],
};

describe('a viewer who comes anew', () => {
  it('is told the state it is in, not how it came there', async () => {
    const { outbox, told, watch } = watched();
    outbox.push(change(1, 'queued'), change(2, 'running'));
    await watch.refresh();
    expect(told).toEqual(['2 state running 0']);
  });

  it('is told each change once, in order, until the final state', async () => {
    const { outbox, told, watch, world } = watched();
    outbox.push(change(1, 'queued'));
    await watch.refresh();
    outbox.push(change(2, 'running'));
    await Promise.all([watch.refresh(), watch.refresh()]);
    await watch.refresh();
    outbox.push(change(3, 'queued'), change(5, 'running'), change(6, 'graded'));
    await watch.refresh();
    expect(told).toEqual([
      '1 state queued 0',
      '2 state running 0',
      '3 state queued 0',
      '5 state running 0',
      '6 state graded 0',
    ]);
    expect(world.ended).toBe(true);
  });

  it.each(['graded', 'rejected', 'failed', 'stopped'] as const)('is told no more after %s', async (state) => {
    const { outbox, told, watch, world } = watched();
    outbox.push(change(1, state));
    await watch.refresh();
    expect(told).toEqual([`1 state ${state} 0`]);
    expect(world.ended).toBe(true);
  });

  it('is told its place in the queue whenever it moves', async () => {
    const { outbox, told, watch, world } = watched();
    outbox.push(change(1, 'queued'));
    world.position = 3;
    await watch.refresh();
    await watch.refresh();
    world.position = 2;
    await watch.refresh();
    expect(told).toEqual(['1 state queued 3', '1 state queued 2']);
  });

  it('learns when the state can not be read', async () => {
    const { watch, world } = watched();
    world.failing = true;
    await watch.refresh();
    expect(world.error).toEqual(new Error('Postgres is down'));
  });
});

describe('a viewer who comes back', () => {
  it('is told all that was missed', async () => {
    const { outbox, told, watch, world } = watched('1');
    outbox.push(change(1, 'queued'), change(2, 'running'), change(3, 'rejected'));
    await watch.refresh();
    expect(told).toEqual(['2 state running 0', '3 state rejected 0']);
    expect(world.ended).toBe(true);
  });

  it('is told the state once more when nothing was missed, and the end when it has ended', async () => {
    const { outbox, told, watch, world } = watched('2');
    outbox.push(change(1, 'running'), change(2, 'graded'));
    await watch.refresh();
    expect(told).toEqual(['2 state graded 0']);
    expect(world.ended).toBe(true);
  });
});

describe('a viewer who watches', () => {
  it('learns that it is graded again after a failure of ours, and so it stays while it waits', async () => {
    const { again, outbox, watch, world } = watched();
    outbox.push(change(1, 'running'));
    await watch.refresh();
    world.position = 2;
    outbox.push(change(2, 'queued', true));
    await watch.refresh();
    world.position = 1;
    await watch.refresh();
    expect(again).toEqual([false, true, true]);
  });

  it('keeps what it was told when Postgres is away for a while', async () => {
    const { outbox, told, watch, world } = watched();
    outbox.push(change(1, 'running'));
    await watch.refresh();
    world.failing = true;
    await watch.refresh();
    world.failing = false;
    outbox.push(change(2, 'graded'));
    await watch.refresh();
    expect(told).toEqual(['1 state running 0', '2 state graded 0']);
  });

  it('gets progress between first and final state, under the id of the last state', async () => {
    const { outbox, told, watch } = watched();
    watch.tellProgress(progress);
    outbox.push(change(4, 'running'));
    await watch.refresh();
    watch.tellProgress(progress);
    outbox.push(change(7, 'graded'));
    await watch.refresh();
    watch.tellProgress(progress);
    expect(told).toEqual(['4 state running 0', '4 progress', '7 state graded 0']);
  });
});
