import type { CellView } from '@lakeproof/contracts';
import { isFailure, type MatrixSource, type MatrixTest, type MatrixVariant } from './matrix-source.js';
import { testNameOf, type TestName } from './test-name.js';

/**
 * What a cell says. `caught`: a valid test fails on a bug. `missed`: it passes there. `discounted`: it fails on a
 * bug but does not count. `passes` and `false-alarm`: on a correct version. `fails`: on a bug, not judged yet.
 * `unknown`: its outcome is newer than this page.
 */
export type CellMeaning =
  | 'caught'
  | 'fails'
  | 'missed'
  | 'discounted'
  | 'passes'
  | 'false-alarm'
  | 'skipped'
  | 'pending'
  | 'not-run'
  | 'unknown';

export interface LaidOutCell {
  readonly meaning: CellMeaning;
  readonly cell: CellView | null;
}

export interface Column extends MatrixVariant {
  /** What stands above it: "1" for a bug, "C1" for a correct version. */
  readonly short: string;
  /** First of its kind: the place of the dividing line. */
  readonly startsGroup: boolean;
}

export interface Row extends MatrixTest, TestName {
  /** What stands above it: file or class, where it is the first of one; null where there is nothing to tell apart. */
  readonly heading: string | null;
  /** Bugs it caught. */
  readonly caught: number;
  readonly cells: readonly LaidOutCell[];
}

export interface MatrixLayout {
  readonly correct: number;
  readonly bugs: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Correct versions first, then the bugs, both in the order they were given. */
function columnsOf({ variants, live }: MatrixSource): Column[] {
  const of = (kind: MatrixVariant['kind'], prefix: string) =>
    variants
      .filter((variant) => variant.kind === kind)
      .map((variant, index) => ({
        ...variant,
        short: `${prefix}${/\d+$/.exec(variant.label)?.[0] ?? (live ? '' : index + 1)}`,
        startsGroup: index === 0,
      }));
  return [...of('correct', 'C'), ...of('mutant', '')];
}

function meaningOf(test: MatrixTest, column: Column, cell: CellView | undefined, live: boolean): CellMeaning {
  if (!cell) return live ? 'pending' : 'not-run';
  if (cell.outcome === 'skipped' || cell.outcome === 'unknown') return cell.outcome;
  const fails = isFailure(cell.outcome);
  if (column.kind === 'correct') return fails ? 'false-alarm' : 'passes';
  if (!fails) return 'missed';
  if (column.caughtBy.includes(test.id)) return 'caught';
  return live && test.valid !== false ? 'fails' : 'discounted';
}

/** Everything the matrix shows, in the order it shows it: by file and class, tests in the order they ran. */
export function layOut(source: MatrixSource): MatrixLayout {
  const { tests, cells, live } = source;
  const columns = columnsOf(source);
  const cellAt = new Map(cells.map((cell) => [`${cell.test}\n${cell.variant}`, cell]));
  const named = tests.map((test) => ({ ...test, ...testNameOf(test.id) }));
  const groups = files(named).flatMap((file) => {
    const inFile = named.filter((test) => test.file === file);
    const contexts = [...new Set(inFile.map(({ context }) => context))];
    return contexts.map((context) => inFile.filter((test) => test.context === context));
  });
  const rows = groups.flatMap((group) =>
    group.map((test, index): Row => {
      const laidOut = columns.map((column): LaidOutCell => {
        const cell = cellAt.get(`${test.id}\n${column.key}`);
        return { meaning: meaningOf(test, column, cell, live), cell: cell ?? null };
      });
      return {
        ...test,
        heading: index === 0 && groups.length > 1 ? headingOf(test, files(named).length) : null,
        caught: laidOut.filter(({ meaning }) => meaning === 'caught').length,
        cells: laidOut,
      };
    }),
  );
  return {
    correct: columns.filter(({ kind }) => kind === 'correct').length,
    bugs: columns.filter(({ kind }) => kind === 'mutant').length,
    columns,
    rows,
  };
}

const files = (tests: readonly TestName[]): string[] => [...new Set(tests.map(({ file }) => file))];

const headingOf = ({ file, context }: TestName, ofFiles: number): string =>
  [ofFiles > 1 || context === '' ? file : '', context].filter(Boolean).join(' › ');
