import { describe, expect, it } from '@jest/globals';
import { submissionBodyBytes } from './limits.js';
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
    'é'.repeat(127),
    `${'文'.repeat(85)}/${'文'.repeat(85)}`,
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
    [`tests/${'é'.repeat(128)}`, 'with a name that no file system takes'],
    [`${'文'.repeat(85)}/${'文'.repeat(86)}`, 'with another such name'],
    [`${'文'.repeat(65)}/`.repeat(2) + '文'.repeat(60), 'too long in bytes'],
    ['a\ud800.py', 'with half of a surrogate pair'],
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

  it('are counted before one of them is looked at', () => {
    expect(problemsOf(Array.from({ length: 33 }, () => 'no file'))).toEqual([
      '33 files: at most 32 are taken',
    ]);
  });

  it('are not compared when a path is too long or a size wrong', () => {
    expect(problemsOf([file('a/'.repeat(101)), file('a')])).toEqual(['must have at most 200 characters']);
    const large = '#'.repeat(64 * 1024 + 1);
    expect(problemsOf([file('a.py', large), file('a.py', large)])).not.toContain('a.py is there twice');
  });

  it('have no file where another has a folder', () => {
    expect(problemsOf([file('a'), file('a/b/c.py')])).toEqual(['a is a file, and a folder of another file']);
  });

  it('fit into the body that is read, however they are written as JSON', () => {
    const files = Array.from({ length: 32 }, (_, n) =>
      file(`${'\u0080'.repeat(95)}/${'\u0080'.repeat(95)}${String(n)}`, '\u0001'.repeat(8 * 1024)),
    );
    expect(problemsOf(files)).toEqual([]);
    const ascii = JSON.stringify({ kind: 'submit', files, cohort: crypto.randomUUID() }, null, 2).replaceAll(
      /[^\x20-\x7e]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect(ascii.length).toBeLessThanOrEqual(submissionBodyBytes);
    expect(submissionBodyBytes).toBeLessThan(2 * 1024 * 1024);
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
