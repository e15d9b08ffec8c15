import type { Progress, SubmissionEvent, Variant } from '@lakeproof/contracts';
import { hiddenKey, variantNumbers } from './variant-numbers.js';
import { maySee } from './viewer.js';
import type { Viewer } from './viewer.js';

/** The event viewers get while a submission is graded. */
export type ProgressEvent = Extract<SubmissionEvent, { type: 'progress' }>;

/**
 * Live progress as one viewer may see it. Nothing counts as caught before the verdict, so everybody
 * sees mutants as numbers, by which a key tells its kind; what a test said on one follows the policy
 * of `viewOf`. Cells of unknown variants are dropped.
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
    if (kind === 'correct') return [cell];
    const message = maySee(viewer, cell.variant, undefined) ? cell.message : '';
    return [{ ...cell, variant: hiddenKey(numbers.get(cell.variant) ?? 0), message }];
  });
  return {
    type: 'progress',
    submission: progress.submission,
    phase: progress.phase,
    tests: progress.tests,
    variantsDone: progress.variantsDone,
    variantsTotal: progress.variantsTotal,
    cells,
  };
}
