import { inspect } from 'node:util';
import { connectDocker } from './engine.js';
import { runnerImage } from './image.js';
import { removeOrphans } from './orphans.js';
import { SandboxPool } from './pool.js';

/** Of a command's process: what its sandboxes are told by, and where they tell what went wrong. */
interface CommandProcess {
  readonly env: NodeJS.ProcessEnv;
  readonly stderr: Pick<NodeJS.WriteStream, 'write'>;
}

/**
 * Runs a command's work with a pool of sandboxes on this machine's Docker engine. The pool is closed whatever
 * happens, by Ctrl-C too: `signal` then ends what is running.
 *
 * @throws SandboxError when the engine or the image is missing
 */
export async function withSandboxes<T>(
  size: { readonly warm: number; readonly atOnce: number; readonly owner?: string },
  { env, stderr }: CommandProcess,
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
    image: runnerImage(env),
    ...(env.SANDBOX_RUNTIME ? { runtime: env.SANDBOX_RUNTIME } : {}),
    log: (message, fault) => {
      stderr.write(`${message}\n`);
      if (fault !== undefined) stderr.write(`${inspect(fault)}\n`);
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
