import { describe, expect, it } from '@jest/globals';
import { comparableLines, difference, matches } from './compare.js';

const same = (shown: string, came: string) => matches(comparableLines(shown), comparableLines(came));

describe('what a page shows and what came', () => {
  it.each([
    ['the same text', 'a\nb', 'a\nb'],
    ['empty lines at both ends and blanks at the end of a line', 'a\nb', '\na  \nb\n\n'],
    ['colours of a terminal', 'red', '\u001b[31mred\u001b[0m'],
    ['… for anything on its line', 'took … s', 'took 1.7 s'],
    ['… for nothing', 'a…', 'a'],
    ['a line of … for several lines', 'first\n…\nlast', 'first\n1\n2\nlast'],
    ['a line of … for no line', 'first\n…', 'first'],
    ['nothing for nothing', '', '\n'],
  ])('agree with %s', (_, shown, came) => {
    expect(same(shown, came)).toBe(true);
  });

  it.each([
    ['another figure', '2 rows', '3 rows'],
    ['a line too few', 'a', 'a\nb'],
    ['a line too many', 'a\nb', 'a'],
    ['… that would have to reach over lines', 'a…d', 'a\nd'],
    ['a last line that never comes', '…\nlast', 'first'],
    ['an empty line inside', 'a\nb', 'a\n\nb'],
    ['signs that mean something in a pattern', 'a.b', 'axb'],
  ])('differ with %s', (_, shown, came) => {
    expect(same(shown, came)).toBe(false);
  });

  it('are laid beside each other, line by line', () => {
    expect(difference(['a', 'b …', 'c'], ['a', 'b 1', 'd', 'e'])).toBe('  a\n  b 1\n- c\n+ d\n+ e');
  });
});
