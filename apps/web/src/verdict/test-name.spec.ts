import { describe, expect, it } from '@jest/globals';
import { piecesOf, shortNameOf, testNameOf } from './test-name.js';

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

describe('the name that people call a test by', () => {
  it.each([
    ['t.py::test_no_row_breaks[unique]', 'test_no_row_breaks[unique]'],
    ['t.py::TestJoin::test_x', 'test_x'],
  ])('%s is %s', (id, name) => {
    expect(shortNameOf(id)).toBe(name);
  });
});

describe('a line of a name', () => {
  it.each([
    ['no_row_breaks', ['no_', 'row_', 'breaks']],
    ['__init__', ['_', '_', 'init_', '_']],
    ['[spark.sql-1]', ['[spark.', 'sql-', '1]']],
    ['breaks[unique]', ['breaks', '[unique]']],
    ['TestNulls::', ['TestNulls::']],
    ['deduplicates', ['deduplicates']],
  ])('of %s ends between its words', (text, pieces) => {
    expect(piecesOf(text)).toEqual(pieces);
  });
});
