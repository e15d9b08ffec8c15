import type { MatrixCell, VariantView, VerdictView } from '@lakeproof/contracts';
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
  readonly cells: readonly MatrixCell[];
  readonly live: boolean;
}

export const sourceOfVerdict = ({ tests, variants, matrix }: VerdictView): MatrixSource => ({
  tests,
  variants,
  cells: matrix,
  live: false,
});

/** In progress, a bug nobody may know yet is called `bug-3`; what has a name is told apart by the last verdict. */
function kindOf(key: string, known: ReadonlyMap<string, VariantView>): VariantView['kind'] {
  return known.get(key)?.kind ?? (/^bug-\d+$/.test(key) ? 'mutant' : 'correct');
}

const numberIn = (text: string) => Number(/\d+$/.exec(text)?.[0] ?? Infinity);

export interface Shape {
  readonly bugs: number;
  readonly correctVersions: number;
  /** Variants of an earlier verdict on the same exercise, if there is one: they give names to the columns. */
  readonly known: readonly VariantView[];
}

/** The matrix while it fills: as many columns as there will be, those without a result yet pending. */
export function sourceOfProgress({ tests, cells }: Watched, { bugs, correctVersions, known }: Shape): MatrixSource {
  const knownByKey = new Map(known.map((variant) => [variant.key, variant]));
  const keys = [...new Set(cells.map(({ variant }) => variant))];
  const ofKind = (kind: VariantView['kind'], count: number, word: string): MatrixVariant[] => {
    const expected = known.filter((variant) => variant.kind === kind).map(({ key }) => key);
    const seen = keys.filter((key) => kindOf(key, knownByKey) === kind);
    const all = [...new Set([...expected, ...seen])].sort((a, b) => numberIn(a) - numberIn(b));
    const missing = Array.from({ length: Math.max(0, count - all.length) }, (_, i) => `${kind}-pending-${i}`);
    return [...all, ...missing].map((key, index) => ({
      key,
      label: knownByKey.get(key)?.label ?? `${word} ${index + 1}`,
      kind,
      outcome: 'pending',
      title: knownByKey.get(key)?.title ?? null,
      caughtBy: [],
    }));
  };
  const variants = [
    ...ofKind('correct', correctVersions, 'Correct version'),
    ...ofKind('mutant', bugs, 'Bug'),
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

export const isFailure = (outcome: MatrixCell['outcome']): boolean =>
  outcome === 'failed' || outcome === 'error' || outcome === 'timeout';
