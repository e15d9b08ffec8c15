import { SandboxError } from './sandbox-error.js';

/** Bytes of one stream, as Docker multiplexes them over an attached connection. */
export interface Frame {
  readonly stream: 'stdout' | 'stderr';
  readonly data: Buffer;
}

const headerBytes = 8;
const streams = ['stdout', 'stdout', 'stderr'] as const;

/**
 * Takes Docker's multiplexed stream apart: each frame has 8 bytes of header (stream, three zeros, length
 * as a big-endian 32-bit number; Docker Engine API, "Attach to a container"). Data is handed on as it comes,
 * so that a frame is never held in memory whole.
 */
export class FrameReader {
  #header = Buffer.alloc(0);
  #stream: Frame['stream'] = 'stdout';
  #left = 0;

  /** @throws SandboxError when the bytes are no such stream. */
  *push(chunk: Buffer): Generator<Frame> {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.#left === 0) rest = this.#readHeader(rest);
      else {
        const data = rest.subarray(0, this.#left);
        rest = rest.subarray(data.length);
        this.#left -= data.length;
        yield { stream: this.#stream, data };
      }
    }
  }

  #readHeader(bytes: Buffer): Buffer {
    const missing = headerBytes - this.#header.length;
    this.#header = Buffer.concat([this.#header, bytes.subarray(0, missing)]);
    if (this.#header.length === headerBytes) {
      const stream = streams[this.#header.readUInt8(0)];
      if (!stream)
        throw new SandboxError('engine', 'the Docker engine sent a stream that is not multiplexed');
      this.#stream = stream;
      this.#left = this.#header.readUInt32BE(4);
      this.#header = Buffer.alloc(0);
    }
    return bytes.subarray(missing);
  }
}
