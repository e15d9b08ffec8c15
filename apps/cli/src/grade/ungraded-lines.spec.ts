import { describe, expect, it } from '@jest/globals';
import { reasonSentence } from '@lakeproof/contracts';
import { plain } from '@lakeproof/terminal';
import { uncollected } from './testing/uncollected.js';
import { ungradedLines } from './ungraded-lines.js';

const said = (message: string) => ungradedLines(message, plain).join('\n');

describe('why there is no grade', () => {
  it('begins with file, line and reason, and shows the code below', () => {
    expect(said(`${reasonSentence['syntax-error']}\n${uncollected.syntax}`))
      .toBe(`test_syntax.py, line 8: SyntaxError: expected ':'

${reasonSentence['syntax-error']}

test_syntax.py, line 8
    def test_two()
                  ^`);
  });

  it('follows an import from the test to the file that is broken', () => {
    expect(said(`${reasonSentence['syntax-error']}\n${uncollected.helperSyntax}`)).toMatch(
      /^helper.py, line 2: SyntaxError: .*\n\n.*\n\ntest_helper_syntax.py, line 1\n.*\n\nhelper.py, line 2\n/,
    );
  });

  it.each(Object.entries(uncollected))('names no folder of the sandbox, nor of Python: %s', (_, recorded) => {
    expect(said(`${reasonSentence['import-error']}\n${recorded}`)).not.toMatch(/\/work|\/opt|\/usr|frozen/);
  });

  it('keeps the rest of a reason that has several lines', () => {
    expect(said(`${reasonSentence['collection-error']}\n${uncollected.parametrize}`)).toContain(
      "the number of names (2):\n  ['a', 'b']\nmust be equal",
    );
  });

  it('is told in its own order where no file is to blame', () => {
    const exited = `${reasonSentence['collection-error']}\nWhile test_a.py::test_x ran. sys.exit: 3`;
    const timeout = `${reasonSentence.timeout}\nNot finished: test_a.py::test_x, on 1 of 3 correct versions.`;
    for (const message of [exited, timeout, 'The sandbox broke: no memory'])
      expect(said(message)).toBe(message);
  });

  it('stays short, however long the recursion and the message', () => {
    const frames = 'test_a.py:1: in f\n    f()\n'.repeat(90);
    const long = `${reasonSentence['collection-error']}\ntest_a.py: ${frames}E   RecursionError: deep\n${'x\n'.repeat(300)}`;
    expect(said(long).split('\n').length).toBeLessThan(40);
    expect(said(long)).toMatch(/^test_a.py, line 1: RecursionError: deep\n/);
  });

  it('lets no file steer the terminal', () => {
    expect(
      said(`s\ntest_\u001b.py: test_\u001b.py:1: in f\n    \u001b[2J\nE   Error: \u001b[31m`),
    ).not.toContain('\u001b');
  });
});
