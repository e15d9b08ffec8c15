import { describe, expect, it } from '@jest/globals';
import { filePathSchema, submissionFilesSchema } from './submission-files.js';

const file = (path: string, content = 'x = 1\n') => ({ path, content });
const problemsOf = (files: unknown) =>
  submissionFilesSchema.safeParse(files).error?.issues.map((issue) => issue.message) ?? [];

describe('a file path', () => {
  it.each([
    'test_orders.py',
    'tests/test_orders.py',
    'src/shop/orders.py',
    'données.csv',
    '..hidden',
    'a..b.py',
  ])('may be %j', (path) => {
    expect(filePathSchema.safeParse(path).success).toBe(true);
  });

  it.each([
    ['', 'empty'],
    ['/etc/passwd', 'absolute'],
    ['../pipeline.py', 'above the folder'],
    ['tests/../../x.py', 'above the folder, later'],
    ['./x.py', 'with a dot folder'],
    ['a//b.py', 'with an empty part'],
    ['a\\b.py', 'with a backslash'],
    ['a\u0000.py', 'with NUL'],
    ['a\n.py', 'with a line break'],
    ['a'.repeat(201), 'too long'],
  ])('may not be %j (%s)', (path) => {
    expect(filePathSchema.safeParse(path).success).toBe(false);
  });
});

describe('the files of a submission', () => {
  it('may fill the limits exactly', () => {
    const files = Array.from({ length: 4 }, (_, n) => file(`test_${n}.py`, '#'.repeat(64 * 1024)));
    expect(problemsOf(files)).toEqual([]);
    expect(problemsOf(Array.from({ length: 32 }, (_, n) => file(`t${n}.py`)))).toEqual([]);
  });

  it('must be there', () => {
    expect(problemsOf([])).toEqual(['must hold at least one file']);
  });

  it('are counted in bytes, not in characters', () => {
    expect(problemsOf([file('test_a.py', 'é'.repeat(32 * 1024 + 1))])).toEqual([
      'test_a.py has 65538 bytes: at most 65,536 are taken',
    ]);
  });

  it('may not be too many', () => {
    expect(problemsOf(Array.from({ length: 33 }, (_, n) => file(`t${n}.py`)))).toEqual([
      '33 files: at most 32 are taken',
    ]);
  });

  it('may not be too large together', () => {
    const files = Array.from({ length: 5 }, (_, n) => file(`t${n}.py`, '#'.repeat(60 * 1024)));
    expect(problemsOf(files)).toEqual(['307200 bytes in all: at most 262,144 are taken']);
  });

  it('have each path once', () => {
    expect(problemsOf([file('a.py'), file('a.py')])).toEqual(['a.py is there twice']);
  });

  it.each([
    ['a NUL character', 'x\u0000'],
    ['half of a surrogate pair', 'x\ud800'],
  ])('are text: %s is refused', (_, content) => {
    expect(problemsOf([file('a.py', content)])).toEqual(['must be UTF-8 text without NUL characters']);
  });
});
