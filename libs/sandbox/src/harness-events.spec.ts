import { describe, expect, it } from '@jest/globals';
import type { HarnessEvent } from '@lakeproof/contracts';
import { harnessEvents, outputCaps, parseEvent, type OutputCaps } from './harness-events.js';
import { eventOf, events as examples } from './testing/protocol-fixtures.js';

const [ready, note] = [eventOf('ready'), eventOf('note')];

function framed(text: string, stream = 1): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
}

async function read(chunks: Buffer[], caps: OutputCaps = outputCaps) {
  const events: HarnessEvent[] = [];
  let stderr = '';
  // eslint-disable-next-line @typescript-eslint/require-await -- stands for a socket
  const bytes = (async function* () {
    yield* chunks;
  })();
  for await (const event of harnessEvents(bytes, (data) => (stderr += data.toString()), caps))
    events.push(event);
  return { events, stderr };
}

const lines = (...values: unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');

describe('reading the harness', () => {
  it('finds events across frames, and keeps stderr out of them', async () => {
    const text = lines(ready, note);
    const { events, stderr } = await read([
      framed(text.slice(0, 20)),
      framed('a warning\n', 2),
      framed(text.slice(20)),
    ]);
    expect(events.map(({ event }) => event)).toEqual(['ready', 'note']);
    expect(stderr).toBe('a warning\n');
  });

  it('takes every event the harness writes', async () => {
    const written = examples.valid.map(({ event }) => event);
    expect((await read([framed(lines(...written))])).events).toEqual(written);
  });

  it('ignores a last line without its end', async () => {
    const { events } = await read([framed(`${lines(ready)}{"event":"do`)]);
    expect(events).toHaveLength(1);
  });
});

describe('a harness that was taken over', () => {
  const flood = (caps: Partial<OutputCaps>, text: string) => read([framed(text)], { ...outputCaps, ...caps });

  it('cannot send a line without end', async () => {
    await expect(flood({ lineBytes: 100 }, 'x'.repeat(101))).rejects.toMatchObject({ kind: 'flood' });
  });

  it('cannot send more bytes than the cap', async () => {
    await expect(flood({ totalBytes: 100 }, lines(note, note))).rejects.toMatchObject({ kind: 'flood' });
  });

  it('cannot send more events than the cap', async () => {
    await expect(flood({ events: 1 }, lines(note, note))).rejects.toMatchObject({ kind: 'flood' });
  });

  it.each([...examples.refused.map(({ event }) => JSON.stringify(event)), ...examples.lines])(
    'is refused: %j',
    (line) => {
      expect(() => parseEvent(Buffer.from(line))).toThrow(/a line that is/);
    },
  );

  it('is refused without a word of what it holds', () => {
    expect(() => parseEvent(Buffer.from(JSON.stringify({ ...note, 'forged text': 1 })))).toThrow(
      /^(?!.*forged text)/,
    );
  });

  it('is refused: bytes that are no UTF-8', () => {
    expect(() => parseEvent(Buffer.from([0x22, 0xff, 0x22]))).toThrow('not JSON in UTF-8');
  });

  it('gets no character past us that the database would refuse', () => {
    const event = parseEvent(Buffer.from(JSON.stringify({ ...note, detail: 'a\0b\ud800c' })));
    expect(event).toMatchObject({ detail: 'a\uFFFDb\uFFFDc' });
  });
});
