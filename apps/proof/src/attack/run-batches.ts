import { SandboxError } from '@lakeproof/sandbox';
import type { Batch } from './batches.js';
import type { Outcome } from './judge.js';

/** What came of a batch: an error when it got no sandbox. It stops none of the others. */
export type Came = Outcome | SandboxError;

/**
 * Runs batches, as many at a time as there are sandboxes. What `signal` cut off is not told, and what has not begun
 * then never does.
 */
export async function runBatches(
  batches: readonly Batch[],
  runOne: (batch: Batch) => Promise<Outcome>,
  signal: AbortSignal,
  tell: (batch: Batch, came: Came) => void,
): Promise<void> {
  const run = async (batch: Batch) => {
    if (signal.aborted) return;
    const came = await runOne(batch).catch((error: unknown) => {
      if (error instanceof SandboxError) return error;
      throw error;
    });
    if (!isCutOff(signal)) tell(batch, came);
  };
  const takesTwo = ([{ beside }]: Batch) => beside.length > 0;
  await Promise.all(batches.filter((batch) => !takesTwo(batch)).map(run));
  // One after another: two that wait for their second sandbox would wait for each other.
  for (const batch of batches.filter(takesTwo)) await run(batch);
}

const isCutOff = ({ aborted }: AbortSignal) => aborted;
