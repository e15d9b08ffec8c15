import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { faultOf } from './fault.js';
import { uncollected } from './testing/uncollected.js';

const shapes = new URL('../../../../docker/runner/conformance/shapes/', import.meta.url);

/** What plain pytest said of a test of a conformance shape, at the path a sandbox would have it. */
function saidOf(shape: string, test: string): string {
  const { outcomes } = JSON.parse(readFileSync(new URL(`${shape}/plain.json`, shapes), 'utf8')) as {
    outcomes: { tests: Record<string, { message: string }> };
  };
  const message = outcomes.tests[test]?.message ?? '';
  return message.replaceAll(`/tmp/plain/shapes/${shape}/suite`, '/work/learner2/suite');
}

const fault = (said: string) => {
  const [, file = '', message = ''] = /^(\S+\.py): ([^]*)$/.exec(said) ?? [];
  return faultOf(message, file);
};

describe('the fault of a file that could not be collected', () => {
  it.each([
    ['syntax', "test_syntax.py, line 8: SyntaxError: expected ':'"],
    ['helperSyntax', "helper.py, line 2: SyntaxError: '(' was never closed"],
    ['conftest', "conftest.py, line 3: SyntaxError: expected ':'"],
    [
      'missingName',
      "test_name.py, line 1: ImportError: cannot import name 'cleen' from 'pipeline' (pipeline.py)",
    ],
    ['missingPackage', "test_package.py, line 1: ModuleNotFoundError: No module named 'polars'"],
    ['inFolder', "tests/test_deep.py, line 1: ModuleNotFoundError: No module named 'pipeline2'"],
    ['raises', "test_raise.py, line 3: TypeError: 'NoneType' object is not subscriptable"],
    ['parametrize', 'test_mark.py::test_a: in "parametrize" the number of names (2):'],
  ] as const)('is file, line and reason: %s', (recorded, headline) => {
    expect(fault(uncollected[recorded]).headline).toBe(headline);
  });

  it("keeps the learner's own frames, with their code, and no other", () => {
    expect(fault(uncollected.helperSyntax).frames).toMatchObject([
      { file: 'test_helper_syntax.py', line: '1', quote: ['    from helper import make'] },
      { file: 'helper.py', line: '2', quote: ['    return (1,', '           ^'] },
    ]);
  });

  it('keeps what follows the reason', () => {
    expect(fault(uncollected.parametrize).more).toContain('must be equal to the number of values (1):');
  });

  it('names the file alone where no line is told', () => {
    expect(fault("silver/conftest.py: KeyError: 'x'").headline).toBe("silver/conftest.py: KeyError: 'x'");
    expect(fault('a/conftest.py: SyntaxError: bad (conftest.py, line 3)').headline).toBe(
      'a/conftest.py, line 3: SyntaxError: bad',
    );
  });
});

describe('the fault of a test', () => {
  it.each([
    [
      'syntax-error',
      'test_good.py::test_imports_a_bad_module',
      'test_bad.py, line 1: SyntaxError: invalid syntax',
    ],
    [
      'conftest-in-subfolders',
      'silver/test_silver.py::test_raw_is_not_here',
      "silver/test_silver.py, line 5: fixture 'raw' not found",
    ],
    [
      'udfs',
      'test_udfs.py::test_none_gets_in',
      "helper.py, line 5: TypeError: unsupported operand type(s) for *: 'NoneType' and 'float'",
    ],
    ['rdds', 'test_rdds.py::test_raises', 'test_rdds.py, line 107: ZeroDivisionError: division by zero'],
    ['fixtures-with-finalizers', 'test_a.py::test_setup_breaks', 'OSError: setup'],
  ])('is lifted out of what was recorded: %s', (shape, test, headline) => {
    expect(faultOf(saidOf(shape, test)).headline).toBe(headline);
  });

  it('is its first line that says something where no place is told', () => {
    expect(faultOf('\n  assert 23 == 24\n +  where 24 = f()').headline).toBe('assert 23 == 24');
    expect(faultOf('').headline).toBe('');
  });
});
