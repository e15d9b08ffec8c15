import type { Verdict } from '@lakeproof/contracts';

/** The command line's contract with scripts and CI. */
export const exitCodes = { fullMarks: 0, less: 1, rejected: 2, failed: 3 } as const;

export function exitCodeOf({ state, score }: Pick<Verdict, 'state' | 'score'>): number {
  if (state === 'failed') return exitCodes.failed;
  if (state === 'rejected') return exitCodes.rejected;
  return score === 1 ? exitCodes.fullMarks : exitCodes.less;
}
