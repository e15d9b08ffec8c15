import { type SubmissionEvent, submissionEventSchema } from '@lakeproof/contracts';
import { parseAnswer } from '../api/parse-answer.js';

export interface EventHandlers {
  readonly onEvent: (event: SubmissionEvent) => void;
  /** The stream is gone for good or does not get through: ask by GET instead. */
  readonly onLost: () => void;
}

/** Two reconnects in a row without a word in between: something on the way swallows event streams. */
const failuresBeforePolling = 3;

/** Listens to a submission. The browser reconnects by itself and resumes at the last event. Returns how to stop. */
export function listen(submission: string, { onEvent, onLost }: EventHandlers): () => void {
  const source = new EventSource(`/api/submissions/${submission}/events`);
  let failures = 0;
  const take = (message: MessageEvent<string>) => {
    failures = 0;
    const event = parse(message);
    if (event) onEvent(event);
  };
  source.addEventListener('state', take);
  source.addEventListener('progress', take);
  source.addEventListener('error', () => {
    failures += 1;
    if (source.readyState !== EventSource.CLOSED && failures < failuresBeforePolling) return;
    source.close();
    onLost();
  });
  return () => {
    source.close();
  };
}

/** Undefined for what this version doesn't know: progress is a courtesy, the verdict comes by GET. */
function parse({ data }: MessageEvent<string>): SubmissionEvent | undefined {
  try {
    return parseAnswer(submissionEventSchema, JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
