import type { GradingOutcome } from './grading.js';

/**
 * Milliseconds until a submission that still waits is tried again; undefined when there is nothing more to do.
 * `tries` is how often its job was started, this time included.
 */
export function pauseAfter(outcome: GradingOutcome, tries: number): number | undefined {
  switch (outcome) {
    case 'settled':
    case 'gone':
      return undefined;
    case 'busy':
      return 500;
    case 'no-sandbox':
      return 3000;
    case 'given-back':
      return Math.min(1000 * 2 ** (tries - 1), 30_000);
  }
}
