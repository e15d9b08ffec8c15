import type { MatrixCell, TestVerdict } from '@lakeproof/contracts';
import type { Evidence } from './evidence.js';

/** Whether a test turned a suite red: it failed, raised, or ran out of time. A skipped test did not. */
export const isFailing = (cell: MatrixCell): boolean =>
  cell.outcome === 'failed' || cell.outcome === 'error' || cell.outcome === 'timeout';

/**
 * Which tests are valid: passed on every correct variant. One that was skipped, or that wasn't
 * collected or didn't finish on one of them, is not valid; a false alarm is one that failed there.
 */
export function testVerdicts({ tests, variants }: Evidence): TestVerdict[] {
  const correct = variants.filter(({ variant }) => variant.kind === 'correct');
  return tests.map((id) => ({
    id,
    valid: correct.every(({ cells }) => cells.get(id)?.outcome === 'passed'),
    falseAlarmOn: correct
      .filter(({ cells }) => {
        const cell = cells.get(id);
        return cell !== undefined && isFailing(cell);
      })
      .map(({ variant }) => variant.name),
  }));
}
