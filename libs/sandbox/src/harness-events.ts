import { harnessEventSchema, type HarnessEvent } from '@lakeproof/contracts';
import { FrameReader } from './frames.js';

/** What the harness may send at most. It keeps its own limits; these hold when a learner's code has taken it over. */
export interface OutputCaps {
  readonly lineBytes: number;
  readonly totalBytes: number;
  readonly events: number;
}

/** Generous: 500 ids of 500 characters, each escaped as \uXXXX, fit on a line. */
export const outputCaps: OutputCaps = {
  lineBytes: 2 * 1024 * 1024,
  totalBytes: 64 * 1024 * 1024,
  events: 50_000,
};

/** The harness's output breaks the protocol. `flood`: more of it than allowed. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  constructor(
    readonly kind: 'flood' | 'garbage',
    message: string,
  ) {
    super(message);
  }
}

/**
 * The harness's events from the bytes of an attached container; stderr goes to `onStderr`.
 *
 * @throws ProtocolError on too much output or a line that is no event.
 */
export async function* harnessEvents(
  bytes: AsyncIterable<Buffer>,
  onStderr: (data: Buffer) => void,
  caps: OutputCaps = outputCaps,
): AsyncGenerator<HarnessEvent, void> {
  const frames = new FrameReader();
  const lines = new LineReader(caps);
  let events = 0;
  for await (const chunk of bytes)
    for (const frame of frames.push(chunk)) {
      if (frame.stream === 'stderr') onStderr(frame.data);
      else
        for (const line of lines.push(frame.data)) {
          events += 1;
          if (events > caps.events) throw new ProtocolError('flood', `more than ${caps.events} events`);
          yield parseEvent(line);
        }
    }
}

class LineReader {
  #parts: Buffer[] = [];
  #lineBytes = 0;
  #totalBytes = 0;
  readonly #caps: OutputCaps;

  constructor(caps: OutputCaps) {
    this.#caps = caps;
  }

  *push(data: Buffer): Generator<Buffer> {
    this.#totalBytes += data.length;
    if (this.#totalBytes > this.#caps.totalBytes)
      throw new ProtocolError('flood', `more than ${this.#caps.totalBytes} bytes of events`);
    let rest = data;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      this.#keep(rest.subarray(0, end));
      yield Buffer.concat(this.#parts);
      this.#parts = [];
      this.#lineBytes = 0;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) this.#keep(rest);
  }

  #keep(part: Buffer): void {
    this.#lineBytes += part.length;
    if (this.#lineBytes > this.#caps.lineBytes)
      throw new ProtocolError('flood', `an event of more than ${this.#caps.lineBytes} bytes`);
    this.#parts.push(part);
  }
}

/** One line as an event. @throws ProtocolError when it is none; the message holds nothing of the line. */
export function parseEvent(line: Buffer): HarnessEvent {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(line), storable);
  } catch {
    throw new ProtocolError('garbage', 'a line that is not JSON in UTF-8');
  }
  const event = harnessEventSchema.safeParse(value);
  if (event.success) return event.data;
  const issue = event.error.issues[0];
  throw new ProtocolError(
    'garbage',
    `a line that is no event: ${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`,
  );
}

/** NUL and lone surrogates are valid in JSON, but Postgres refuses them: a test's message must not break a verdict. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\uFFFD') : value;
}
