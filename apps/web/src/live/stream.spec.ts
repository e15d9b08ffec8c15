/** @jest-environment ./browser-environment.js */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { liveEventSchema } from '@lakeproof/contracts';
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
  });
  stops.push(stop);
  return { heard, stop };
}
const stops: (() => void)[] = [];
const opened = FakeEventSource.opened;

beforeEach(() => {
  opened.length = 0;
  globalThis.EventSource = FakeEventSource as unknown as typeof EventSource;
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
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

  it('listens to every type of event by its name', () => {
    const named: string[] = [];
    class Listened extends FakeEventSource {
      override addEventListener(...heard: Parameters<FakeEventSource['addEventListener']>): void {
        named.push(heard[0]);
        super.addEventListener(...heard);
      }
    }
    globalThis.EventSource = Listened as unknown as typeof EventSource;
    listener(one);
    const types = liveEventSchema.options.map(({ shape }) => shape.type.value);
    expect(named).toEqual(expect.arrayContaining(types));
  });

  it('tells who comes later the state that was told before', () => {
    listener(other);
    opened[0]?.say(state(one, 'queued'));
    opened[0]?.say(state(one, 'running'));
    expect(listener(one).heard).toEqual(['running']);
  });

  it('tells all listeners when no stream gets through, and tries anew for the next', () => {
    const both = [listener(one), listener(other)];
    for (let times = 0; times < 3; times += 1) opened[0]?.stumble();
    expect(both.map(({ heard }) => heard)).toEqual([['lost'], ['lost']]);
    expect(opened[0]?.readyState).toBe(FakeEventSource.CLOSED);
    listener(one);
    expect(opened).toHaveLength(2);
  });
});
