import type { Progress, SubmissionEvent, Variant } from '@lakeproof/contracts';
import { hiddenKey, variantNumbers } from './variant-numbers.js';
import { maySee } from './viewer.js';
import type { Viewer } from './viewer.js';

/** The event viewers get while a submission is graded. */
export type ProgressEvent = Extract<SubmissionEvent, { type: 'progress' }>;

/**
 * Live progress as one viewer may see it, by the policy of `viewOf`. Nothing counts as caught before
 * the verdict, so a participant sees every mutant as a number. Cells of unknown variants are dropped.
 */
export function progressView(
  progress: Progress,
  variants: readonly Variant[],
  viewer: Viewer,
): ProgressEvent {
  const numbers = variantNumbers(variants);
  const kinds = new Map(variants.map(({ name, kind }) => [name, kind]));
  const cells = progress.cells.flatMap((cell) => {
    const kind = kinds.get(cell.variant);
    if (!kind) return [];
    if (kind === 'correct' || maySee(viewer, cell.variant, undefined)) return [cell];
    return [{ ...cell, variant: hiddenKey(numbers.get(cell.variant) ?? 0), message: '' }];
  });
  return {
    type: 'progress',
    phase: progress.phase,
    tests: progress.tests,
    variantsDone: progress.variantsDone,
    variantsTotal: progress.variantsTotal,
    cells,
  };
}
