import { PassThrough } from 'node:stream';
import type { Io } from '../io.js';

/** A process's streams for specs: no terminal, everything kept. */
export function capturedIo(env: NodeJS.ProcessEnv = process.env) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = { stdout: keeping(out), stderr: keeping(err), env };
  return { io, stdout: () => out.join(''), stderr: () => err.join('') };
}

function keeping(texts: string[]): NodeJS.WriteStream {
  const stream = new PassThrough();
  stream.on('data', (data: Buffer) => texts.push(data.toString()));
  return stream as unknown as NodeJS.WriteStream;
}
