/** @jest-environment ./browser-environment.js */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { submissionViewSchema, type SubmissionView } from '@lakeproof/contracts';
import { QueryClient, QueryClientProvider, type QueryKey } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { curriculumQuery, exerciseQuery } from '../learn/queries.js';
import { answer, fakeApi } from '../testing/fake-api.js';
import { FakeEventSource } from '../testing/fake-event-source.js';
import { useWatched } from './use-watched.js';

const waiting = submissionViewSchema.parse({
  ...{
    id: '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c',
    exercise: 'clean-orders',
    kind: 'submit',
    state: 'queued',
  },
  ...{ position: 2, again: false, score: null, retry: false, files: [], verdict: null, questions: null },
  ...{ createdAt: '2026-04-05T09:00:00Z', settledAt: null },
});
const ended: SubmissionView = { ...waiting, state: 'stopped', position: 0 };
const progress = {
  ...{
    type: 'progress',
    submission: waiting.id,
    phase: 'running',
    tests: ['a'],
    variantsDone: 1,
    variantsTotal: 12,
  },
  cells: [{ test: 'a', variant: 'bug-1', outcome: 'passed', cause: null, seconds: 0.1, message: '' }],
};

const stopped = {
  ...{ type: 'state', submission: waiting.id, state: 'stopped', position: 0, again: false },
};

let now: SubmissionView;
let asked: ReturnType<typeof fakeApi>;
let client: QueryClient;

beforeEach(() => {
  jest.useFakeTimers();
  FakeEventSource.opened.length = 0;
  globalThis.EventSource = FakeEventSource as unknown as typeof EventSource;
  now = waiting;
  asked = fakeApi(() => Promise.resolve(answer(200, now)));
  client = new QueryClient({ defaultOptions: { queries: { staleTime: 10_000 } } });
});

afterEach(() => {
  client.clear();
  jest.useRealTimers();
});

const pass = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds));

async function watched() {
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  const hook = renderHook(() => useWatched(waiting.id), { wrapper });
  await pass(0);
  return hook;
}
const stream = () => FakeEventSource.opened.at(-1);
const say = (event: { readonly type: string }) =>
  act(async () => {
    stream()?.say(event);
    await jest.advanceTimersByTimeAsync(0);
  });

describe('a submission on its way', () => {
  it('shows what was seen of it when its page is built anew', async () => {
    const first = await watched();
    await say(progress);
    first.unmount();
    const { result } = await watched();
    expect(result.current.seen).toMatchObject({ phase: 'running', variantsDone: 1, tests: ['a'] });
    expect(result.current.seen.cells).toHaveLength(1);
  });

  it('is as it was found until something is heard of it', async () => {
    const { result } = await watched();
    expect(result.current).toMatchObject({ ended: false, seen: { state: 'queued', position: 2 } });
    expect(stream()?.url).toBe('/api/events');
  });

  it('is seen live', async () => {
    const { result } = await watched();
    await say(progress);
    expect(result.current.seen).toMatchObject({ state: 'running', variantsDone: 1, cells: progress.cells });
  });

  it('is seen live by a page that does not know all that is said', async () => {
    const { result } = await watched();
    await say({ ...progress, expectedWait: 4 } as typeof progress);
    expect(result.current.seen.variantsDone).toBe(1);
  });

  it('is asked for at once when its end is heard', async () => {
    const { result } = await watched();
    now = ended;
    await say(stopped);
    expect(result.current).toMatchObject({ ended: true, submission: { state: 'stopped' } });
    expect(stream()?.readyState).toBe(FakeEventSource.CLOSED);
  });

  it('is asked for again when the stream starts over', async () => {
    const { result } = await watched();
    now = ended;
    await say({ type: 'start-over' });
    expect(result.current.ended).toBe(true);
  });

  it('hears nothing of another one', async () => {
    const { result } = await watched();
    await say({ ...stopped, submission: 'b3a1a9c0-58a3-4f0e-9a55-0d9f5a6d2a11' } as { type: string });
    expect(result.current.seen.state).toBe('queued');
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('is asked for now and then, since an event may get lost', async () => {
    const { result } = await watched();
    now = ended;
    await pass(9000);
    expect(result.current.ended).toBe(false);
    await pass(1500);
    expect(result.current.ended).toBe(true);
  });

  it('is asked for often once no stream gets through', async () => {
    const { result } = await watched();
    act(() => {
      stream()?.refuse();
    });
    now = ended;
    await pass(1600);
    expect(result.current.ended).toBe(true);
  });

  it('is asked for as seldom as before when the stream is back, and seen live', async () => {
    const { result } = await watched();
    act(() => {
      stream()?.refuse();
    });
    await pass(2100);
    expect(FakeEventSource.opened).toHaveLength(2);
    await say({ type: 'start-over' });
    await say(progress);
    expect(result.current.seen.variantsDone).toBe(1);
    asked.mockClear();
    await pass(9000);
    expect(asked).not.toHaveBeenCalled();
  });

  it('is seen live, with a cell of an outcome that the page does not know', async () => {
    const { result } = await watched();
    const [cell] = progress.cells;
    await say({ ...progress, cells: [{ ...cell, outcome: 'flaky' }] } as typeof progress);
    expect(result.current.seen).toMatchObject({ variantsDone: 1, cells: [{ outcome: 'unknown' }] });
  });

  it('in a state that the page does not know is asked for', async () => {
    await watched();
    const paused = { ...stopped, state: 'paused' };
    await say(paused);
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('is listened to no longer when the page is left', async () => {
    const { unmount } = await watched();
    unmount();
    expect(stream()?.readyState).toBe(FakeEventSource.CLOSED);
  });
});

describe('a submission that has ended', () => {
  it('is not listened to, and not asked for again', async () => {
    now = ended;
    const { result } = await watched();
    await pass(60_000);
    expect(result.current.ended).toBe(true);
    expect(FakeEventSource.opened).toEqual([]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('changes history and standing', async () => {
    const keys: QueryKey[] = [
      exerciseQuery('clean-orders', undefined).queryKey,
      curriculumQuery(undefined).queryKey,
    ];
    const others: QueryKey = exerciseQuery('joins', undefined).queryKey;
    for (const key of [...keys, others]) client.setQueryData(key, {});
    const isStale = (key: QueryKey) => client.getQueryState(key)?.isInvalidated;
    await watched();
    expect(keys.map(isStale)).toEqual([false, false]);
    now = ended;
    await pass(10_500);
    expect(keys.map(isStale)).toEqual([true, true]);
    expect(isStale(others)).toBe(false);
  });
});
