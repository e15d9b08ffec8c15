import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import {
  collectionFailureSchema,
  harnessEventSchema,
  harnessJobSchema,
  variantEndSchema,
  type HarnessEvent,
} from './harness.js';
import { at, changed, events, headers, limits } from './testing/protocol-fixtures.js';
import { causeSchema, testOutcomeSchema } from './verdict.js';

const sent = headers.valid[0]?.header;
const accepts = (event: unknown) => harnessEventSchema.safeParse(event).success;

describe('the header', () => {
  it.each(headers.valid)('is taken as it is: $name', ({ header }) => {
    expect(harnessJobSchema.parse(header)).toEqual(header);
  });

  it.each(headers.refused)('is refused at $at, set to $value', (change) => {
    const result = harnessJobSchema.safeParse(changed(sent, change));
    expect(result.success).toBe(false);
    const [said, place] = [result.error?.issues[0]?.path.join('.') ?? '', change.at.join('.')];
    expect(said.startsWith(place) || place.startsWith(said)).toBe(true);
  });

  it.each(headers.lines)('is not the line %j', (line) => {
    expect(() => harnessJobSchema.parse(JSON.parse(line))).toThrow();
  });
});

describe('an event from the harness', () => {
  it.each(events.valid)('is taken as it is: $name', ({ event }) => {
    expect(harnessEventSchema.parse(event)).toEqual(event);
  });

  it.each(events.refused)('is refused with $name', ({ event }) => {
    expect(accepts(event)).toBe(false);
  });

  it('has an example of each kind, with all its fields', () => {
    const fieldsOf = (kind: string) => events.valid.find(({ event }) => event.event === kind)?.event ?? {};
    const kinds = harnessEventSchema.options.map(({ shape }) => shape);
    for (const shape of kinds)
      expect(Object.keys(fieldsOf(shape.event.value)).sort()).toEqual(Object.keys(shape).sort());
    expect(new Set(events.valid.map(({ event }) => event.event))).toEqual(
      new Set(kinds.map((shape) => shape.event.value)),
    );
  });

  it.each<[HarnessEvent['event'], string[], z.ZodEnum]>([
    ['test', ['outcome'], testOutcomeSchema],
    ['test', ['cause'], causeSchema],
    ['variant', ['end'], variantEndSchema],
  ])('of kind %s has an example of each word at %j', (kind, path, words) => {
    const seen = events.valid.flatMap(({ event }) => (event.event === kind ? [at(event, path)] : []));
    expect(new Set(seen.filter((word) => word !== null))).toEqual(new Set(words.options));
  });

  it('has an example of each reason not to be collected', () => {
    const failures = events.valid.flatMap(
      ({ event }) => (event.failures as { reason: string }[] | undefined) ?? [],
    );
    expect(new Set(failures.map(({ reason }) => reason))).toEqual(
      new Set(collectionFailureSchema.shape.reason.options),
    );
  });
});

describe('an event at its limits', () => {
  /** The first valid event that has something there. */
  function exampleWith(kind: string, path: readonly (string | number)[]) {
    for (const { event } of events.valid)
      if (event.event === kind && path.reduce<unknown>((value, key) => value && at(value, [key]), event))
        return event;
    throw new Error(`no example of ${kind} with ${path.join('.')}`);
  }

  it.each(limits.texts)(
    'holds $most characters at $at of $event and no more',
    ({ event, at: path, most }) => {
      const long = (length: number) =>
        changed(exampleWith(event, path), { at: path, value: 'x'.repeat(length) });
      expect([accepts(long(most)), accepts(long(most + 1))]).toEqual([true, false]);
    },
  );

  it.each(limits.lists)('holds $most $at and no more', ({ event, at: path, most }) => {
    const example = exampleWith(event, [...path, 0]);
    const many = (length: number) =>
      changed(example, { at: path, value: Array.from({ length }, () => at(example, [...path, 0])) });
    expect([accepts(many(most)), accepts(many(most + 1))]).toEqual([true, false]);
  });

  it.each(limits.seconds)('says 0 to $most seconds at $at of $event', ({ event, at: path, most }) => {
    const after = (value: number) => accepts(changed(exampleWith(event, path), { at: path, value }));
    expect([-1, 0, most, most + 1].map(after)).toEqual([false, true, true, false]);
  });

  it('holds whatever the harness keeps to when it is asked for more', () => {
    const kept = headers.valid.flatMap(({ kept }) => (kept ? [kept] : []));
    const most = (event: string, field: string) =>
      limits.texts.find((limit) => limit.event === event && limit.at[0] === field)?.most;
    expect(kept).toEqual([
      {
        idChars: most('test', 'id'),
        messageChars: most('test', 'message'),
        testOutputBytes: most('test', 'output'),
      },
    ]);
  });
});
