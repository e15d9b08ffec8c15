/**
 * `disk`: the engine has no room for another container. `start`: a container began and never became ready.
 * `closed`: the pool is shutting down. `fault`: an error of our own code on the way, which nobody foresaw; it
 * is the `cause`.
 */
export type SandboxProblem = 'engine' | 'image' | 'disk' | 'start' | 'closed' | 'fault';

/** A sandbox that could not be had: always our fault, never the learner's. The message is a sentence that says what to do. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  constructor(
    readonly problem: SandboxProblem,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What was thrown while one was to be had; anything unforeseen is a fault. */
export const asSandboxError = (error: unknown): SandboxError =>
  error instanceof SandboxError
    ? error
    : new SandboxError('fault', `No sandbox could be started, by an error of Lakeproof: ${String(error)}`, {
        cause: error,
      });
