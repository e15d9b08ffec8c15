import { readFileSync } from 'node:fs';
import type { HarnessEvent, HarnessJob } from '@lakeproof/contracts';

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../../docker/runner/protocol/${name}.json`, import.meta.url), 'utf8'),
  );

const headers = read('header') as { valid: [{ header: HarnessJob }] };

/** A header as the host writes it. */
export const header = headers.valid[0].header;

/** Lines a harness writes, and lines that are no events (docker/runner/protocol). */
export const events = read('events') as {
  valid: { name: string; event: HarnessEvent }[];
  refused: { name: string; event: unknown }[];
  lines: string[];
};

/** The first example of an event. */
export function eventOf<K extends HarnessEvent['event']>(kind: K): Extract<HarnessEvent, { event: K }> {
  for (const { event } of events.valid)
    if (event.event === kind) return event as Extract<HarnessEvent, { event: K }>;
  throw new Error(`no example of ${kind}`);
}
