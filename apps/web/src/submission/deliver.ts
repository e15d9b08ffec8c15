import type { SubmissionReceipt } from '@lakeproof/contracts';
import { isTemporary } from '../api/errors.js';

/** Milliseconds before the next try: quick at first, then every 15 s. */
export const retryDelay = (failures: number): number => Math.min(15_000, 500 * 2 ** (failures - 1));

export interface Delivery {
  readonly post: () => Promise<SubmissionReceipt>;
  /** Resolves after so many milliseconds, or earlier when the connection is back. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly onFailure?: (error: unknown, failures: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends until an answer comes. Nothing is sent twice by that: every try carries the same idempotency key.
 * Throws what can't be mended by trying again, and the signal's reason when it is aborted.
 */
export async function deliver({ post, pause, onFailure, signal }: Delivery): Promise<SubmissionReceipt> {
  for (let failures = 1; ; failures += 1) {
    signal.throwIfAborted();
    try {
      return await post();
    } catch (error) {
      if (!isTemporary(error)) throw error;
      onFailure?.(error, failures);
      await pause(retryDelay(failures));
    }
  }
}

/** Waits, but not past the moment the connection is back. */
export function pauseUntilOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
  });
}
