/** @jest-environment ./browser-environment.js */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FakeEventSource } from '../testing/fake-event-source.js';
import { listen } from './stream.js';

const one = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
const other = 'b3a1a9c0-58a3-4f0e-9a55-0d9f5a6d2a11';
const state = (submission: string, now: string) => ({
  ...{ type: 'state', submission, state: now, position: 0, again: false },
});

/** Listens, and keeps what it hears. */
function listener(submission: string) {
  const heard: string[] = [];
  const stop = listen(submission, {
    onEvent: (event) => heard.push(event.type === 'state' ? event.state : event.type),
    onStartOver: () => heard.push('start over'),
    onLost: () => heard.push('lost'),
    onBack: () => heard.push('back'),
  });
  stops.push(stop);
  return { heard, stop };
}
const stops: (() => void)[] = [];
const opened = FakeEventSource.opened;
const last = () => opened.at(-1);
/** Longer than any pause before a stream is opened anew. */
const reopened = () => {
  jest.advanceTimersByTime(30_000);
};
const stumbles = (times: number) => {
  for (let time = 0; time < times; time += 1) last()?.stumble();
};

beforeEach(() => {
  jest.useFakeTimers();
  opened.length = 0;
  globalThis.EventSource = FakeEventSource as unknown as typeof EventSource;
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('a tab', () => {
  it('has one stream, whatever is listened to, and none when nothing is', () => {
    const [first, second] = [listener(one), listener(other)];
    expect(opened.map(({ url }) => url)).toEqual(['/api/events']);
    first.stop();
    expect(opened[0]?.readyState).not.toBe(FakeEventSource.CLOSED);
    second.stop();
    expect(opened[0]?.readyState).toBe(FakeEventSource.CLOSED);
    listener(one);
    expect(opened).toHaveLength(2);
  });

  it('gives each listener what is about theirs', () => {
    const [first, second] = [listener(one), listener(other)];
    opened[0]?.say(state(one, 'running'));
    opened[0]?.say({ type: 'unheard-of' });
    opened[0]?.say({ type: 'start-over' });
    expect(first.heard).toEqual(['running', 'start over']);
    expect(second.heard).toEqual(['start over']);
  });

  it('tells who comes later the state that was told before', () => {
    listener(other);
    opened[0]?.say(state(one, 'queued'));
    opened[0]?.say(state(one, 'running'));
    expect(listener(one).heard).toEqual(['running']);
  });

  it('forgets the states that were told before when the stream starts over', () => {
    listener(other);
    opened[0]?.say(state(one, 'running'));
    opened[0]?.say({ type: 'start-over' });
    expect(listener(one).heard).toEqual([]);
  });
});

describe('a stream that broke off', () => {
  it('is left to the browser, which resumes it, and nobody hears of it', () => {
    const { heard } = listener(one);
    stumbles(2);
    reopened();
    expect(opened.map(({ readyState }) => readyState)).not.toContain(FakeEventSource.CLOSED);
    expect(opened).toHaveLength(1);
    last()?.say(state(one, 'running'));
    expect(heard).toEqual(['running']);
  });

  it('has failed once when the api said so first', () => {
    const { heard } = listener(one);
    for (let time = 0; time < 2; time += 1) {
      last()?.say({ type: 'error' });
      last()?.stumble();
    }
    expect(heard).toEqual([]);
  });
});

describe('a stream that the browser gave up', () => {
  it.each([
    [0, 1000],
    [0.5, 1500],
  ])('is opened anew when chance says so: %d, after %d milliseconds', (chance, after) => {
    jest.spyOn(Math, 'random').mockReturnValue(chance);
    listener(one);
    last()?.refuse();
    jest.advanceTimersByTime(after - 1);
    expect(opened).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(opened).toHaveLength(2);
  });

  it('is opened anew once, whoever begins to listen meanwhile', () => {
    listener(one);
    last()?.refuse();
    listener(other);
    expect(opened).toHaveLength(1);
    reopened();
    expect(opened).toHaveLength(2);
  });

  it('is not opened anew when nobody listens any longer', () => {
    const { stop } = listener(one);
    last()?.refuse();
    stop();
    reopened();
    expect(opened).toHaveLength(1);
  });
});

describe('a stream that does not get through', () => {
  it.each([
    [
      'three times in a row',
      () => {
        stumbles(3);
      },
    ],
    ['for another answer came, such as of a proxy', () => last()?.refuse()],
  ])('is lost for all listeners, and for who comes later: %s', (_, fail) => {
    const both = [listener(one), listener(other)];
    fail();
    expect([...both, listener(one)].map(({ heard }) => heard)).toEqual([['lost'], ['lost'], ['lost']]);
  });

  it('is not lost while there is a word in between', () => {
    const { heard } = listener(one);
    stumbles(2);
    last()?.say(state(one, 'running'));
    stumbles(2);
    expect(heard).toEqual(['running']);
  });

  it('is tried again and again, and back with its first word', () => {
    const { heard } = listener(one);
    for (let time = 0; time < 5; time += 1) {
      last()?.refuse();
      reopened();
    }
    expect(heard).toEqual(['lost']);
    last()?.say({ type: 'start-over' });
    last()?.say(state(one, 'running'));
    expect(heard).toEqual(['lost', 'back', 'start over', 'running']);
  });
});
