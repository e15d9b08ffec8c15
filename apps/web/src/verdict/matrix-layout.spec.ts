import { describe, expect, it } from '@jest/globals';
import type { CellView } from '@lakeproof/contracts';
import { nothingSeen } from '../submission/progress.js';
import { layOut, type CellMeaning } from './matrix-layout.js';
import { type MatrixSource, type MatrixVariant, sourceOfProgress } from './matrix-source.js';
import { moveBy } from './grid-moves.js';
import { testNameOf } from './test-name.js';

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

  it('has no headings where there is nothing to tell apart', () => {
    expect(headings('a.py::one', 'a.py::two')).toEqual([
      ['one', null],
      ['two', null],
    ]);
  });
});

describe('the matrix of a submission that runs', () => {
  const shape = { bugs: 3, correctVersions: 2 };

  it('has all its columns from the start', () => {
    const { columns, rows } = layOut(sourceOfProgress({ ...nothingSeen, tests: ['a'] }, shape));
    expect(columns.map(({ short }) => short)).toEqual(['C', 'C', '1', '2', '3']);
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

describe('a pytest id', () => {
  it.each([
    ['test_a.py::test_x', { file: 'test_a.py', context: '', name: 'test_x', parameters: '' }],
    [
      't/a.py::TestB::test_x[None-1]',
      { file: 't/a.py', context: 'TestB', name: 'test_x', parameters: '[None-1]' },
    ],
    ['t.py::test_x[a::b]', { file: 't.py', context: '', name: 'test_x', parameters: '[a::b]' }],
    ['strange', { file: '', context: '', name: 'strange', parameters: '' }],
  ])('%s is read as its parts', (id, parts) => {
    expect(testNameOf(id)).toEqual(parts);
  });
});
