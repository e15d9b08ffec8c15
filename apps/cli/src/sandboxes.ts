import { inspect } from 'node:util';
import { connectDocker, removeOrphans, runnerImage, SandboxPool } from '@lakeproof/sandbox';
import type { Io } from './io.js';

/**
 * Runs work with a pool of sandboxes on this machine's Docker engine. The pool is closed whatever
 * happens, by Ctrl-C too: `signal` then ends what is running.
 *
 * @throws SandboxError when the engine or the image is missing
 */
export async function withSandboxes<T>(
  size: { readonly warm: number; readonly atOnce: number; readonly owner?: string },
  io: Io,
  work: (pool: SandboxPool, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const docker = connectDocker();
  const { owner = 'cli' } = size;
  // Of a command that was killed: its harness has noticed and ended. Running ones may be another command's.
  await removeOrphans(docker, owner, { endedOnly: true });
  const pool = new SandboxPool(docker, {
    ...size,
    owner,
    rehearse: false,
    image: runnerImage(io.env),
    ...(io.env.SANDBOX_RUNTIME ? { runtime: io.env.SANDBOX_RUNTIME } : {}),
    log: (message, fault) => {
      io.stderr.write(`${message}\n`);
      if (fault !== undefined) io.stderr.write(`${inspect(fault)}\n`);
    },
  });
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort();
    void pool.close();
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    return await work(pool, stopping.signal);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await pool.close();
  }
}
