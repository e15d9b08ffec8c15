import type { MatrixVariant } from './matrix-source.js';

/** Columns side by side under one heading. */
export interface ColumnGroup<C> {
  readonly label: string;
  readonly columns: readonly C[];
}

/** Where there is room for all: correct versions, then bugs, as they are numbered. */
export function byKind<C extends Pick<MatrixVariant, 'kind'>>(columns: readonly C[]): ColumnGroup<C>[] {
  const correct = columns.filter(({ kind }) => kind === 'correct');
  const bugs = columns.filter(({ kind }) => kind === 'mutant');
  return present([
    { label: 'Correct', columns: correct },
    { label: bugs.length > 1 ? 'Bugs' : 'Bug', columns: bugs },
  ]);
}

/** What one needs to see first, since the rest is out of sight. */
const byNeed: readonly { outcome: MatrixVariant['outcome']; label: string }[] = [
  { outcome: 'survived', label: 'Survived' },
  { outcome: 'rejected', label: 'Rejected' },
  { outcome: 'caught', label: 'Caught' },
  { outcome: 'passed', label: 'Correct' },
  { outcome: 'not-run', label: 'Not run' },
  { outcome: 'unknown', label: 'Newer' },
  { outcome: 'pending', label: 'Waiting' },
];

/**
 * Where only some are in sight: what survived comes first, and while it runs what has begun. What has begun keeps its
 * place to the end, so that no column moves under the eyes.
 * @param begun keys of the versions with a result, in the order in which they began.
 */
export function firstNeeded<C extends Pick<MatrixVariant, 'key' | 'outcome'>>(
  columns: readonly C[],
  begun: readonly string[],
): ColumnGroup<C>[] {
  const live = (column: C) => column.outcome === 'pending' && begun.includes(column.key);
  return present([
    {
      label: 'So far',
      columns: begun.flatMap((key) => columns.filter((column) => column.key === key && live(column))),
    },
    ...byNeed.map(({ outcome, label }) => ({
      label,
      columns: columns.filter((column) => column.outcome === outcome && !live(column)),
    })),
  ]);
}

const present = <C>(groups: readonly ColumnGroup<C>[]): ColumnGroup<C>[] =>
  groups.filter(({ columns }) => columns.length > 0);
