import type { CellView, VerdictView } from '@lakeproof/contracts';
import { isFailure } from './matrix-source.js';

/** What became of one hidden test in all environments. */
export interface HiddenTestResult {
  readonly id: string;
  readonly outcome: 'passed' | 'fails' | 'skipped';
  /** Where it fails, when that isn't everywhere: "in 1 of 4". */
  readonly where: string;
  /** What it said, headed by the environment when it passes in another; empty when it passes everywhere. */
  readonly message: string;
}

/** Of each hidden test that ran: whether it passes everywhere, and what it said first where it does not. */
export function hiddenTestsOf({
  tests,
  variants,
  matrix,
}: Pick<VerdictView, 'tests' | 'variants' | 'matrix'>): HiddenTestResult[] {
  return tests.map(({ id, valid }) => {
    const cells = matrix.filter(({ test }) => test === id);
    const failing = cells.filter(({ outcome }) => isFailure(outcome));
    const [first] = failing;
    if (!first) return { id, outcome: valid ? 'passed' : 'skipped', where: '', message: '' };
    const everywhere = failing.length === variants.length;
    return {
      id,
      outcome: 'fails',
      where: everywhere ? '' : `in ${failing.length} of ${variants.length}`,
      message: everywhere ? first.message : `${environmentOf(first, variants)}:\n${first.message}`,
    };
  });
}

const environmentOf = ({ variant }: CellView, variants: VerdictView['variants']): string => {
  const index = variants.findIndex(({ key }) => key === variant);
  return variants[index]?.title ?? `Environment ${index + 1}`;
};
