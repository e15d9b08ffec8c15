import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../dist/main.js');

/** A worker in a process of its own, so that it can be killed. */
export class WorkerProcess {
  readonly #process: ChildProcess;
  #output = '';

  /** @throws Error that says what to do when the worker is not built */
  constructor(env: Readonly<Record<string, string>>) {
    if (!existsSync(main)) throw new Error('The worker is not built. Run: npx tsc -b apps/worker');
    this.#process = spawn(process.execPath, [main], {
      env: { ...process.env, NODE_OPTIONS: '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
  }

  /** All it has logged. */
  get output(): string {
    return this.#output;
  }

  /** Sends the signal and waits until the process has ended. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill(signal);
    await ended;
  }
}
