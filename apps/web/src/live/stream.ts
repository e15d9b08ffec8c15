import { type LiveEvent, liveEventSchema, type SubmissionEvent } from '@lakeproof/contracts';
import { parseAnswer } from '../api/parse-answer.js';

export interface Listener {
  readonly onEvent: (event: SubmissionEvent) => void;
  /** What was shown so far may be old: ask for it again. */
  readonly onStartOver: () => void;
  /** The stream is gone for good or does not get through: ask by GET instead. */
  readonly onLost: () => void;
}

/** Two reconnects in a row without a word in between: something on the way swallows event streams. */
const failuresBeforePolling = 3;

/** This tab's one connection, and who listens to it, by the submission they listen to. It is open while somebody does. */
let source: EventSource | undefined;
let failures = 0;
const listeners = new Map<Listener, string>();
/** The last state that was told of each submission, for who begins to listen later. */
const lastStates = new Map<string, SubmissionEvent>();

/** Listens to a submission. The browser reconnects by itself and resumes at the last event. Returns how to stop. */
export function listen(submission: string, listener: Listener): () => void {
  listeners.set(listener, submission);
  source ??= open();
  const state = lastStates.get(submission);
  if (state) listener.onEvent(state);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) close();
  };
}

/** All there are: of a stream, only what is listened to by its name is heard. */
const types: Record<LiveEvent['type'], true> = { 'start-over': true, state: true, progress: true };

function open(): EventSource {
  const opened = new EventSource('/api/events');
  failures = 0;
  for (const type of Object.keys(types))
    opened.addEventListener(type, (message: MessageEvent<string>) => {
      failures = 0;
      const event = parse(message);
      if (event) tell(event);
    });
  opened.addEventListener('error', () => {
    failures += 1;
    if (opened.readyState !== EventSource.CLOSED && failures < failuresBeforePolling) return;
    const left = [...listeners.keys()];
    listeners.clear();
    close();
    for (const { onLost } of left) onLost();
  });
  return opened;
}

function close(): void {
  source?.close();
  source = undefined;
  lastStates.clear();
}

function tell(event: LiveEvent): void {
  if (event.type === 'state') lastStates.set(event.submission, event);
  for (const [listener, submission] of listeners)
    if (event.type === 'start-over') listener.onStartOver();
    else if (event.submission === submission) listener.onEvent(event);
}

/** Undefined for what this version doesn't know: progress is a courtesy, the verdict comes by GET. */
function parse({ data }: MessageEvent<string>): LiveEvent | undefined {
  try {
    return parseAnswer(liveEventSchema, JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
