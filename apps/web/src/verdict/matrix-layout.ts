import type { CellView } from '@lakeproof/contracts';
import { byKind, type ColumnGroup, firstNeeded } from './column-order.js';
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
  /** First of its group: the place of the dividing line. */
  readonly startsGroup: boolean;
}

export interface Row extends MatrixTest, TestName {
  /** From 1, over all files. */
  readonly number: number;
  /** What stands above it: file or class, where it is the first of one; null where there is nothing to tell apart. */
  readonly heading: string | null;
  /** Bugs it caught. */
  readonly caught: number;
  readonly cells: readonly LaidOutCell[];
}

export interface MatrixLayout {
  readonly correct: number;
  readonly groups: readonly ColumnGroup<Column>[];
  /** Those of all groups. */
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** "C1" for a correct version, "1" for a bug: from the label, or by counting where a label has no number. */
const shortOf = ({ label, kind }: MatrixVariant, place: number): string =>
  `${kind === 'correct' ? 'C' : ''}${/\d+$/.exec(label)?.[0] ?? place + 1}`;

function groupsOf({ variants, cells }: MatrixSource, crowded: boolean): ColumnGroup<Column>[] {
  const named = byKind(variants).flatMap(({ columns }) =>
    columns.map((variant, place) => ({ ...variant, short: shortOf(variant, place) })),
  );
  const begun = [...new Set(cells.map(({ variant }) => variant))];
  return (crowded ? firstNeeded(named, begun) : byKind(named)).map(({ label, columns }) => ({
    label,
    columns: columns.map((column, index) => ({ ...column, startsGroup: index === 0 })),
  }));
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

/**
 * Everything the matrix shows, in the order it shows it: by file and class, tests in the order they ran.
 * @param crowded not all columns are in sight, so what is needed comes first.
 */
export function layOut(source: MatrixSource, crowded = false): MatrixLayout {
  const { tests, cells, live } = source;
  const groups = groupsOf(source, crowded);
  const columns = groups.flatMap((group) => group.columns);
  const cellAt = new Map(cells.map((cell) => [`${cell.test}\n${cell.variant}`, cell]));
  const named = tests.map((test) => ({ ...test, ...testNameOf(test.id) }));
  const sections = files(named).flatMap((file) => {
    const inFile = named.filter((test) => test.file === file);
    const contexts = [...new Set(inFile.map(({ context }) => context))];
    return contexts.map((context) => inFile.filter((test) => test.context === context));
  });
  const unnumbered = sections.flatMap((section) =>
    section.map((test, index) => {
      const laidOut = columns.map((column): LaidOutCell => {
        const cell = cellAt.get(`${test.id}\n${column.key}`);
        return { meaning: meaningOf(test, column, cell, live), cell: cell ?? null };
      });
      return {
        ...test,
        heading: index === 0 && sections.length > 1 ? headingOf(test, files(named).length) : null,
        caught: laidOut.filter(({ meaning }) => meaning === 'caught').length,
        cells: laidOut,
      };
    }),
  );
  const rows = unnumbered.map((row, index): Row => ({ ...row, number: index + 1 }));
  return {
    correct: columns.filter(({ kind }) => kind === 'correct').length,
    groups,
    columns,
    rows,
  };
}

const files = (tests: readonly TestName[]): string[] => [...new Set(tests.map(({ file }) => file))];

const headingOf = ({ file, context }: TestName, ofFiles: number): string =>
  [ofFiles > 1 || context === '' ? file : '', context].filter(Boolean).join(' › ');

/** Rows that stand below one heading; a matrix without headings has one section. */
export const sectionsOf = (rows: readonly Row[]): Row[][] =>
  rows.reduce<Row[][]>((sections, row) => {
    const last = sections.at(-1);
    if (last && row.heading === null) last.push(row);
    else sections.push([row]);
    return sections;
  }, []);
