import type { VariantVerdict } from '@lakeproof/contracts';
import type { Evidence, VariantEvidence } from './evidence.js';
import { killOf } from './kills.js';
import { isFailing } from './validity.js';

/**
 * What became of each variant, in the rubric's order. `graded: false` leaves all mutants `not-run`:
 * without a verdict on the tests nothing follows for the bugs.
 */
export function variantVerdicts(
  evidence: Evidence,
  validTests: readonly string[],
  { graded }: { graded: boolean },
): VariantVerdict[] {
  return evidence.variants.map((seen): VariantVerdict => {
    const { variant } = seen;
    if (variant.kind === 'correct')
      return {
        name: variant.name,
        kind: 'correct',
        concept: null,
        outcome: correctOutcome(seen),
        caughtBy: [],
        cause: null,
      };
    const kill = graded ? killOf(variant, seen, validTests) : undefined;
    return {
      name: variant.name,
      kind: 'mutant',
      concept: variant.concept,
      // One that ended before its tests were collected met its deadline without having been tried.
      outcome: kill ? 'caught' : graded && seen.end && seen.collected ? 'survived' : 'not-run',
      caughtBy: [...(kill?.caughtBy ?? [])],
      cause: kill?.cause ?? null,
    };
  });
}

/** As a pipeline of its own would show it: green, red, or never finished. */
function correctOutcome({ collected, end, cells }: VariantEvidence): 'passed' | 'rejected' | 'not-run' {
  const red =
    [...cells.values()].some(isFailing) ||
    (collected !== undefined && collected.failures.length > 0) ||
    (end !== undefined && end.end !== 'finished');
  if (red) return 'rejected';
  return end ? 'passed' : 'not-run';
}
