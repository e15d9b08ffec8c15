import type { CellView, VariantView, VerdictView } from '@lakeproof/contracts';
import type { Watched } from '../submission/progress.js';

/** What a column stands for. `pending`: its result has not come yet. */
export interface MatrixVariant {
  readonly key: string;
  readonly label: string;
  readonly kind: VariantView['kind'];
  readonly outcome: VariantView['outcome'] | 'pending';
  readonly title: string | null;
  readonly caughtBy: readonly string[];
}

/** What a row stands for. `valid` is null as long as nobody can know. */
export interface MatrixTest {
  readonly id: string;
  readonly valid: boolean | null;
  readonly falseAlarmOn: readonly string[];
}

/** Everything the matrix draws, of a verdict or of a submission that still runs. */
export interface MatrixSource {
  readonly tests: readonly MatrixTest[];
  readonly variants: readonly MatrixVariant[];
  readonly cells: readonly CellView[];
  readonly live: boolean;
}

export const sourceOfVerdict = ({ tests, variants, matrix }: VerdictView): MatrixSource => ({
  tests,
  variants,
  cells: matrix,
  live: false,
});

export interface Shape {
  readonly bugs: number;
  readonly correctVersions: number;
}

/** In progress, bugs are numbered whatever is known of them: `bug-3`. Correct versions go by their names. */
const numberOfBug = (key: string): number | undefined => {
  const digits = /^bug-(\d+)$/.exec(key)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** The first correct version of every exercise. */
const reference = 'reference';

/** The matrix while it fills: as many columns as there will be, those without a result yet pending. */
export function sourceOfProgress({ tests, cells }: Watched, { bugs, correctVersions }: Shape): MatrixSource {
  const named = [...new Set([reference, ...cells.map(({ variant }) => variant)])].filter(
    (key) => numberOfBug(key) === undefined,
  );
  const column = (key: string, label: string, kind: VariantView['kind']): MatrixVariant => ({
    key,
    label,
    kind,
    outcome: 'pending',
    title: null,
    caughtBy: [],
  });
  const variants = [
    ...Array.from({ length: Math.max(correctVersions, named.length) }, (_, index) =>
      // Told without numbers: they begin in the exercise's order, which is that of the verdict.
      column(named[index] ?? `correct-pending-${index}`, `Correct version ${index + 1}`, 'correct'),
    ),
    ...Array.from({ length: bugs }, (_, index) => column(`bug-${index + 1}`, `Bug ${index + 1}`, 'mutant')),
  ];
  const correct = new Set(variants.filter(({ kind }) => kind === 'correct').map(({ key }) => key));
  return {
    tests: tests.map((id) => {
      const falseAlarmOn = cells
        .filter(({ test, variant, outcome }) => test === id && correct.has(variant) && isFailure(outcome))
        .map(({ variant }) => variant);
      return { id, valid: falseAlarmOn.length > 0 ? false : null, falseAlarmOn };
    }),
    variants,
    cells,
    live: true,
  };
}

export const isFailure = (outcome: CellView['outcome']): boolean =>
  outcome === 'failed' || outcome === 'error' || outcome === 'timeout';
