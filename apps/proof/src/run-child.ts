import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';

/** From this code on it is no word of the program's: 125 is Docker's, 126 and 127 the shell's, 128 and more a signal's. */
const firstForeignCode = 125;

export interface Ended {
  /** 1 for one that was cut off. */
  readonly code: number;
  /** It was stopped, with us or alone, or never ran: how it ended tells nothing of what it was to show. */
  readonly isCut: boolean;
}

/**
 * Runs a program to its end. Ctrl-C and SIGTERM end it and all that it started, as Ctrl-C does, and then fire `stop`.
 */
export async function runChild(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
  stop: AbortController,
): Promise<Ended> {
  const child = spawn(command, args, { ...options, detached: true });
  const end = () => {
    stop.abort();
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  };
  process.on('SIGINT', end).on('SIGTERM', end);
  try {
    const [code] = (await once(child, 'exit')) as [number | null];
    const isCut = stop.signal.aborted || code === null || code >= firstForeignCode;
    return { code: isCut ? 1 : code, isCut };
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}
