import type { CellView } from '@lakeproof/contracts';
import type { CellMeaning, Column, LaidOutCell, Row } from './matrix-layout.js';

/** How it failed, as the end of a sentence. */
const byCause = (cell: CellView | null): string => {
  if (cell?.cause === 'assertion') return ' by an assertion';
  if (cell?.cause === 'exception') return ' by an exception';
  return cell?.cause === 'timeout' ? ' by running out of time' : '';
};

const words: Record<CellMeaning, (cell: CellView | null) => string> = {
  caught: (cell) => `caught${byCause(cell)}`,
  fails: (cell) => `fails${byCause(cell)}`,
  missed: () => 'passes, so it does not notice this bug',
  discounted: (cell) => `fails${byCause(cell)}, but does not count`,
  passes: () => 'passes, as it must',
  'false-alarm': (cell) => `false alarm: fails${byCause(cell)} on a correct version`,
  skipped: () => 'skipped',
  pending: () => 'not known yet',
  'not-run': () => 'not run',
  unknown: () => 'newer than this page',
};

/** One word or two for a chip. */
export const meaningWord: Record<CellMeaning, string> = {
  caught: 'Caught',
  fails: 'Fails',
  missed: 'Not noticed',
  discounted: 'Does not count',
  passes: 'Passes',
  'false-alarm': 'False alarm',
  skipped: 'Skipped',
  pending: 'Waiting',
  'not-run': 'Not run',
  unknown: 'Newer than this page',
};

/** A column's name for people: "Bug 3", or with its title once it is known. */
export const columnName = ({ label, title }: Pick<Column, 'label' | 'title'>): string =>
  title === null ? label : `${label}: ${title}`;

/** What a cell says on its own, without its surroundings: for screen readers and titles. */
export const cellSentence = (
  row: Pick<Row, 'name' | 'parameters'>,
  column: Pick<Column, 'label'>,
  at: LaidOutCell,
) => `${row.name}${row.parameters} on ${column.label}: ${words[at.meaning](at.cell)}`;

/** What became of a column as a whole. */
export const columnOutcome: Record<Column['outcome'], string> = {
  passed: 'all tests pass',
  rejected: 'rejected by a false alarm',
  caught: 'caught',
  survived: 'survived',
  'not-run': 'not run',
  pending: 'not known yet',
  unknown: 'newer than this page',
};

/** Why a cell means what it means, for the one who opened it. */
export const meaningReason: Record<CellMeaning, string> = {
  caught: 'This test passes on every correct version and fails here: it catches the bug.',
  fails: 'It fails here. Whether that counts is known once the correct versions are done.',
  missed: 'This test passes here, so it would let this bug through. Another test may still catch it.',
  discounted: 'It fails here, but this failure catches nothing: see the note on the test.',
  passes: 'A correct version, and the test lets it pass.',
  'false-alarm': 'A correct version, and yet the test fails: it expects more than the task promises.',
  skipped: 'The test was skipped here.',
  pending: 'Its result has not come yet.',
  'not-run': 'The test was not run here.',
  unknown: 'What came of it has a word that is newer than this page. Reload the page to see it.',
};
