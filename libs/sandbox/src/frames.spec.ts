import { describe, expect, it } from '@jest/globals';
import { FrameReader } from './frames.js';

const frame = (stream: number, text: string) => {
  const header = Buffer.alloc(8);
  header.writeUInt8(stream, 0);
  header.writeUInt32BE(Buffer.byteLength(text), 4);
  return Buffer.concat([header, Buffer.from(text)]);
};

function read(chunks: Iterable<Buffer>) {
  const reader = new FrameReader();
  const seen = { stdout: '', stderr: '' };
  for (const chunk of chunks)
    for (const { stream, data } of reader.push(chunk)) seen[stream] += data.toString();
  return seen;
}

describe('taking a multiplexed stream apart', () => {
  const bytes = Buffer.concat([frame(1, 'one'), frame(2, 'oops'), frame(1, ''), frame(1, ' two')]);

  it('keeps stdout and stderr apart', () => {
    expect(read([bytes])).toEqual({ stdout: 'one two', stderr: 'oops' });
  });

  it('does not care where the network cuts it', () => {
    expect(read([...bytes].map((byte) => Buffer.from([byte])))).toEqual({
      stdout: 'one two',
      stderr: 'oops',
    });
  });

  it('refuses a stream that is not multiplexed', () => {
    expect(() => read([Buffer.from('plain text of a terminal')])).toThrow('not multiplexed');
  });
});
