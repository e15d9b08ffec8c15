import { describe, expect, it } from '@jest/globals';
import type { CellView } from '@lakeproof/contracts';
import { nothingSeen } from '../submission/progress.js';
import { layOut, sectionsOf, type CellMeaning } from './matrix-layout.js';
import { type MatrixSource, type MatrixVariant, sourceOfProgress } from './matrix-source.js';
import { moveBy } from './grid-moves.js';

const variant = (
  key: string,
  kind: MatrixVariant['kind'],
  over: Partial<MatrixVariant> = {},
): MatrixVariant => ({
  key,
  label: `${kind === 'mutant' ? 'Bug' : 'Correct version'} ${/\d+$/.exec(key)?.[0] ?? 1}`,
  kind,
  outcome: kind === 'mutant' ? 'survived' : 'passed',
  title: null,
  caughtBy: [],
  ...over,
});
const test = (id: string, falseAlarmOn: string[] = []) => ({
  id,
  valid: falseAlarmOn.length === 0,
  falseAlarmOn,
});
const cell = <Outcome extends CellView['outcome']>(on: string, at: string, outcome: Outcome) => ({
  test: on,
  variant: at,
  outcome,
  cause: outcome === 'failed' ? ('assertion' as const) : null,
  seconds: 0.1,
  message: '',
});
const meanings = (source: MatrixSource): CellMeaning[][] =>
  layOut(source).rows.map(({ cells }) => cells.map(({ meaning }) => meaning));

describe('the matrix', () => {
  const source: MatrixSource = {
    live: false,
    tests: [test('t.py::good'), test('t.py::alarm', ['c-1'])],
    variants: [
      variant('bug-1', 'mutant', { outcome: 'caught', caughtBy: ['t.py::good'] }),
      variant('c-1', 'correct', { outcome: 'rejected' }),
      variant('bug-2', 'mutant'),
    ],
    cells: [
      cell('t.py::good', 'c-1', 'passed'),
      cell('t.py::good', 'bug-1', 'failed'),
      cell('t.py::good', 'bug-2', 'passed'),
      cell('t.py::alarm', 'c-1', 'failed'),
      cell('t.py::alarm', 'bug-1', 'error'),
      cell('t.py::alarm', 'bug-2', 'skipped'),
    ],
  };

  it('puts correct versions before bugs and numbers both', () => {
    expect(layOut(source).columns.map(({ short }) => short)).toEqual(['C1', '1', '2']);
  });

  it('says what each cell means', () => {
    expect(meanings(source)).toEqual([
      ['passes', 'caught', 'missed'],
      ['false-alarm', 'discounted', 'skipped'],
    ]);
  });

  it('says of an outcome that is newer than the page that it does not know it', () => {
    const newer: MatrixSource = { ...source, cells: [cell('t.py::good', 'bug-1', 'unknown')] };
    expect(meanings(newer)[0]).toEqual(['not-run', 'unknown', 'not-run']);
    expect(layOut(newer).rows[0]?.caught).toBe(0);
  });

  it('counts for each test the bugs it catches', () => {
    expect(layOut(source).rows.map(({ caught }) => caught)).toEqual([1, 0]);
  });

  it('does not count a failure of a valid test that grading did not take as a kill', () => {
    const timeout: MatrixSource = { ...source, cells: [cell('t.py::good', 'bug-2', 'timeout')] };
    expect(meanings(timeout)[0]).toEqual(['not-run', 'not-run', 'discounted']);
  });

  const headings = (...ids: string[]) =>
    layOut({ ...source, tests: ids.map((id) => test(id)) }).rows.map(({ name, heading }) => [name, heading]);

  it('groups tests by file and keeps their order', () => {
    expect(headings('b.py::one', 'a.py::two', 'b.py::three')).toEqual([
      ['one', 'b.py'],
      ['three', null],
      ['two', 'a.py'],
    ]);
  });

  it('groups tests by class', () => {
    expect(headings('a.py::A::one', 'a.py::two', 'a.py::A::three')).toEqual([
      ['one', 'A'],
      ['three', null],
      ['two', 'a.py'],
    ]);
  });

  it('names file and class where there are several of both', () => {
    expect(headings('a.py::A::one', 'b.py::A::two')).toEqual([
      ['one', 'a.py › A'],
      ['two', 'b.py › A'],
    ]);
  });

  it('keeps the rows of a heading together and numbers them throughout', () => {
    const { rows } = layOut({
      ...source,
      tests: ['b.py::one', 'a.py::two', 'b.py::three'].map((id) => test(id)),
    });
    const sections = sectionsOf(rows).map((section) => section.map(({ name, number }) => [name, number]));
    expect(sections).toEqual([
      [
        ['one', 1],
        ['three', 2],
      ],
      [['two', 3]],
    ]);
  });

  it('has no headings where there is nothing to tell apart', () => {
    expect(headings('a.py::one', 'a.py::two')).toEqual([
      ['one', null],
      ['two', null],
    ]);
  });
});

const groupsOf = (source: MatrixSource, crowded: boolean) =>
  layOut(source, crowded).groups.map(({ label, columns }) => [label, columns.map(({ short }) => short)]);

describe('the order of columns', () => {
  const source: MatrixSource = {
    live: false,
    tests: [test('a')],
    cells: [cell('a', 'bug-1', 'failed')],
    variants: [
      variant('c-1', 'correct'),
      variant('c-2', 'correct', { outcome: 'rejected' }),
      variant('bug-1', 'mutant', { outcome: 'caught', caughtBy: ['a'] }),
      variant('bug-2', 'mutant'),
      variant('bug-3', 'mutant', { outcome: 'not-run' }),
      variant('bug-4', 'mutant'),
    ],
  };

  it('is by kind and number where all are in sight', () => {
    expect(groupsOf(source, false)).toEqual([
      ['Correct', ['C1', 'C2']],
      ['Bugs', ['1', '2', '3', '4']],
    ]);
  });

  it('begins with what survived where they are not', () => {
    expect(groupsOf(source, true)).toEqual([
      ['Survived', ['2', '4']],
      ['Rejected', ['C2']],
      ['Caught', ['1']],
      ['Correct', ['C1']],
      ['Not run', ['3']],
    ]);
  });

  it('takes the cells with it', () => {
    const { columns, rows } = layOut(source, true);
    const caught = rows[0]?.cells.findIndex(({ meaning }) => meaning === 'caught');
    expect(columns[caught ?? -1]?.key).toBe('bug-1');
  });

  it('divides the groups that stand there', () => {
    const starts = layOut(source, true).columns.filter(({ startsGroup }) => startsGroup);
    expect(starts.map(({ short }) => short)).toEqual(['2', 'C2', '1', 'C1', '3']);
  });
});

describe('the matrix of a submission that runs', () => {
  const shape = { bugs: 3, correctVersions: 2 };

  it('has all its columns from the start', () => {
    const { columns, rows } = layOut(sourceOfProgress({ ...nothingSeen, tests: ['a'] }, shape));
    expect(columns.map(({ short }) => short)).toEqual(['C1', 'C2', '1', '2', '3']);
    expect(rows[0]?.cells.every(({ meaning }) => meaning === 'pending')).toBe(true);
  });

  it('fills in cell by cell, each bug at its number', () => {
    const cells = [
      cell('a', 'bug-2', 'failed'),
      cell('a', 'bug-1', 'passed'),
      cell('a', 'reference', 'passed'),
    ];
    const source = sourceOfProgress({ ...nothingSeen, tests: ['a'], cells }, shape);
    expect(meanings(source)).toEqual([['passes', 'pending', 'missed', 'fails', 'pending']]);
  });

  it('names correct versions as its verdict will, the reference first', () => {
    const cells = [cell('a', 'sql', 'passed'), cell('a', 'reference', 'passed')];
    const { columns } = layOut(sourceOfProgress({ ...nothingSeen, tests: ['a'], cells }, shape));
    expect(columns.slice(0, 2).map(({ key, label, short }) => [key, label, short])).toEqual([
      ['reference', 'Correct version 1', 'C1'],
      ['sql', 'Correct version 2', 'C2'],
    ]);
  });

  const begun = (...versions: string[]) =>
    groupsOf(
      sourceOfProgress(
        { ...nothingSeen, tests: ['a'], cells: versions.map((version) => cell('a', version, 'passed')) },
        shape,
      ),
      true,
    );

  it('begins with what has begun where not all columns are in sight', () => {
    expect(begun('bug-3', 'reference')).toEqual([
      ['So far', ['3', 'C1']],
      ['Waiting', ['C2', '1', '2']],
    ]);
  });

  it('moves no column that has begun', () => {
    expect(begun('bug-3', 'reference', 'bug-1')[0]).toEqual(['So far', ['3', 'C1', '1']]);
  });

  it('shows a false alarm as soon as it is one', () => {
    const cells = [cell('a', 'bug-2', 'failed'), cell('a', 'reference', 'failed')];
    const source = sourceOfProgress(
      { ...nothingSeen, tests: ['a'], cells },
      { ...shape, bugs: 2, correctVersions: 1 },
    );
    expect(meanings(source)).toEqual([['false-alarm', 'pending', 'discounted']]);
  });
});

describe('moving in the matrix', () => {
  const extent = { lastRow: 30, lastColumn: 16 };
  it.each([
    ['ArrowRight', false, { row: 2, column: 3 }, { row: 2, column: 4 }],
    ['ArrowRight', false, { row: 2, column: 16 }, { row: 2, column: 16 }],
    ['ArrowUp', false, { row: 0, column: 3 }, { row: 0, column: 3 }],
    ['PageDown', false, { row: 28, column: 3 }, { row: 30, column: 3 }],
    ['Home', false, { row: 5, column: 9 }, { row: 5, column: 0 }],
    ['End', true, { row: 5, column: 9 }, { row: 30, column: 16 }],
  ])('%s (ctrl %s) from %j leads to %j', (key, ctrlKey, from, to) => {
    expect(moveBy({ key, ctrlKey }, from, extent)).toEqual(to);
  });

  it('is left to the browser for other keys', () => {
    expect(moveBy({ key: 'Tab', ctrlKey: false }, { row: 1, column: 1 }, extent)).toBeUndefined();
  });
});
