import type { LiveEvent, SubmissionEvent } from '@lakeproof/contracts';
import { reopenAfter } from './reopening.js';
import { toldEvent } from './told-event.js';

export interface Listener {
  readonly onEvent: (event: SubmissionEvent) => void;
  /** What was shown so far may be old: ask for it again. */
  readonly onStartOver: () => void;
  /** No stream gets through for now: ask by GET instead. */
  readonly onLost: () => void;
  /** The stream speaks again. */
  readonly onBack: () => void;
}

/** So many failures in a row without a word in between: something on the way swallows event streams. */
const failuresBeforePolling = 3;

/** This tab's one connection, and who listens to it, by the submission they listen to. It is open while somebody does. */
let source: EventSource | undefined;
/** Until the next one is opened. */
let pause: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let lost = false;
const listeners = new Map<Listener, string>();
/** The last state that was told of each submission, for who begins to listen later. */
const lastStates = new Map<string, SubmissionEvent>();

/** Listens to a submission, through every failure of the stream. Returns how to stop. */
export function listen(submission: string, listener: Listener): () => void {
  listeners.set(listener, submission);
  if (!source && pause === undefined) open();
  if (lost) listener.onLost();
  const state = lastStates.get(submission);
  if (state) listener.onEvent(state);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) stop();
  };
}

/** All there are: of a stream, only what is listened to by its name is heard. */
const types: Record<LiveEvent['type'], true> = { 'start-over': true, state: true, progress: true };

function open(): void {
  pause = undefined;
  const opened = new EventSource('/api/events');
  source = opened;
  for (const type of Object.keys(types))
    opened.addEventListener(type, ({ data }: MessageEvent<string>) => {
      back();
      const event = toldEvent(data);
      if (event) tell(event);
    });
  opened.addEventListener('error', (event) => {
    // What the API says of its own failure is an `error` too, and the end of the connection follows it: one failure.
    if (!(event instanceof MessageEvent)) fail(opened);
  });
}

/** What broke off the browser resumes, after the last event it got. It gives up on an answer such as a proxy's 502. */
function fail(failed: EventSource): void {
  const refused = failed.readyState === EventSource.CLOSED;
  failures += 1;
  if (refused) {
    source = undefined;
    pause = setTimeout(open, reopenAfter(failures, Math.random()));
  }
  if (lost || (!refused && failures < failuresBeforePolling)) return;
  lost = true;
  for (const { onLost } of listeners.keys()) onLost();
}

function back(): void {
  failures = 0;
  if (!lost) return;
  lost = false;
  for (const { onBack } of listeners.keys()) onBack();
}

function stop(): void {
  source?.close();
  source = undefined;
  clearTimeout(pause);
  pause = undefined;
  failures = 0;
  lost = false;
  lastStates.clear();
}

function tell(event: LiveEvent): void {
  if (event.type === 'start-over') lastStates.clear();
  if (event.type === 'state') lastStates.set(event.submission, event);
  for (const [listener, submission] of listeners)
    if (event.type === 'start-over') listener.onStartOver();
    else if (event.submission === submission) listener.onEvent(event);
}
