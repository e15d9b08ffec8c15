import { readFileSync } from 'node:fs';

/** A place in a JSON value: keys and positions. */
type Path = readonly (string | number)[];

interface HeaderFixtures {
  /** `kept`: limits that the harness keeps to, though the header asks for more. */
  readonly valid: readonly { name: string; header: unknown; kept?: Record<string, number> }[];
  /** Changes to the first valid header. Without a value what is at the place is taken out. */
  readonly refused: readonly { at: Path; value?: unknown; said: string }[];
  readonly lines: readonly string[];
}

interface EventFixtures {
  readonly valid: readonly { name: string; event: Record<string, unknown> & { event: string } }[];
  readonly refused: readonly { name: string; event: unknown }[];
  readonly lines: readonly string[];
}

interface LimitFixture {
  readonly event: string;
  readonly at: Path;
  readonly most: number;
}

interface LimitFixtures {
  readonly texts: readonly LimitFixture[];
  readonly lists: readonly LimitFixture[];
  readonly seconds: readonly LimitFixture[];
}

const read = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../../../docker/runner/protocol/${name}.json`, import.meta.url), 'utf8'),
  );

/** Examples of the protocol, which the harness's own tests read too. */
export const headers = read('header') as HeaderFixtures;
export const events = read('events') as EventFixtures;
export const limits = read('limits') as LimitFixtures;

/** What stands at a place; undefined when there is no such place. */
export function at(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], whole);
}

/** A copy with `change.value` put at the place, or with what is there taken out. */
export function changed(whole: unknown, change: { at: Path; value?: unknown }): unknown {
  const copy = structuredClone(whole);
  const last = change.at.at(-1) ?? '';
  const owner = at(copy, change.at.slice(0, -1)) as Record<string | number, unknown>;
  if ('value' in change) owner[last] = change.value;
  else Reflect.deleteProperty(owner, last);
  return copy;
}
