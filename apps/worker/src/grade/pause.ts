import type { GradingOutcome } from './grading.js';

/** Milliseconds until a submission that still waits is tried again; undefined when there is nothing more to do. */
export const pauseAfter: Readonly<Record<GradingOutcome, number | undefined>> = {
  settled: undefined,
  gone: undefined,
  busy: 500,
  'given-back': 2000,
  'no-sandbox': 3000,
};
