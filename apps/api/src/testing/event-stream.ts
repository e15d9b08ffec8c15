import { demoPassword } from '@lakeproof/persistence';
import type { ApiUnderTest } from './api-under-test.js';

export interface ReceivedEvent {
  readonly id: string | undefined;
  readonly type: string | undefined;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An open stream of server-sent events, as a browser reads it. */
export interface EventStream {
  /** All that came so far. */
  readonly events: readonly ReceivedEvent[];
  /** The first event, come already or yet to come, for which `matches` holds. */
  until(matches: (event: ReceivedEvent) => boolean): Promise<ReceivedEvent>;
  /** Resolves when the server ends the stream. */
  readonly ended: Promise<void>;
  close(): void;
}

const patience = 15_000;

/** Opens the events of one of the demo people; `lastEventId` as a browser sends it after a break. */
export async function openEvents(
  api: ApiUnderTest,
  name: string,
  lastEventId?: string,
): Promise<EventStream> {
  return openEventsIn(await newSession(api, name), api, lastEventId);
}

/** Signs one of the demo people in. @returns the session's cookie */
export async function newSession(api: Pick<ApiUnderTest, 'url'>, name: string): Promise<string> {
  const login = await fetch(`${api.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email: `${name}@lakeproof.test`, password: demoPassword }),
  });
  return login.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Opens the events of whoever is signed in by a session. */
export async function openEventsIn(
  cookie: string,
  api: Pick<ApiUnderTest, 'url'>,
  lastEventId?: string,
): Promise<EventStream> {
  const controller = new AbortController();
  const response = await fetch(`${api.url}/api/events`, {
    headers: {
      Cookie: cookie,
      'Accept-Encoding': 'gzip',
      ...(lastEventId !== undefined && { 'Last-Event-ID': lastEventId }),
    },
    signal: controller.signal,
  });
  if (response.status !== 200 || !response.body)
    throw new Error(`No events: ${response.status} ${await response.text()}`);
  return read(response.body, controller);
}

function read(body: ReadableStream<Uint8Array>, controller: AbortController): EventStream {
  const events: ReceivedEvent[] = [];
  const waiting = new Set<() => void>();
  let over = false;
  const ended = (async () => {
    let rest = '';
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      events.push(...blocks.flatMap((block) => parsed(block) ?? []));
      for (const look of waiting) look();
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      over = true;
      for (const look of waiting) look();
    });
  return {
    events,
    ended,
    close: () => {
      controller.abort();
    },
    until: (matches) =>
      new Promise((resolve, reject) => {
        const stop = (settle: () => void) => {
          clearTimeout(timer);
          waiting.delete(look);
          settle();
        };
        const fail = (why: string) => {
          stop(() => {
            reject(new Error(`${why}: ${JSON.stringify(events)}`));
          });
        };
        const timer = setTimeout(() => {
          fail('The event did not come');
        }, patience);
        const look = () => {
          const event = events.find(matches);
          if (event)
            stop(() => {
              resolve(event);
            });
          else if (over) fail('The stream ended before the event');
        };
        waiting.add(look);
        look();
      }),
  };
}

function parsed(block: string): ReceivedEvent | undefined {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const data = field('data');
  return data === undefined
    ? undefined
    : { id: field('id'), type: field('event'), data: JSON.parse(data) as Record<string, unknown> };
}
