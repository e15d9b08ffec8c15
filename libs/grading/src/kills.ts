import type { Cause, MatrixCell, Mutant } from '@lakeproof/contracts';
import type { VariantEvidence } from './evidence.js';
import { isFailing } from './validity.js';

/** Which valid tests caught a mutant, and by the best of what means. */
export interface Kill {
  readonly caughtBy: readonly string[];
  readonly cause: Cause;
}

const preference: readonly Cause[] = ['assertion', 'exception', 'timeout'];

/**
 * The kill of a mutant by valid tests, undefined when none counts: a timeout is a kill only where
 * the mutant says so, and `needs: assertion` refuses exceptions.
 */
export function killOf(
  mutant: Mutant,
  evidence: VariantEvidence,
  validTests: readonly string[],
): Kill | undefined {
  const kills = validTests.flatMap((test) => {
    const cell = evidence.cells.get(test);
    const cause = cell && isFailing(cell) ? causeOf(cell) : undefined;
    return cause && counts(mutant, cause) ? [{ test, cause }] : [];
  });
  const cause = preference.find((best) => kills.some((kill) => kill.cause === best));
  return cause && { caughtBy: kills.map(({ test }) => test), cause };
}

/** A failure without a cause gets the credit of an exception. */
function causeOf(cell: MatrixCell): Cause {
  return cell.outcome === 'timeout' ? 'timeout' : (cell.cause ?? 'exception');
}

function counts(mutant: Mutant, cause: Cause): boolean {
  if (cause === 'timeout') return mutant.timeoutIsKill;
  return cause === 'assertion' || mutant.needs !== 'assertion';
}
