/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render, screen } from '@testing-library/react';
import { exampleVerdict } from '../offer/example-verdict.js';
import { CaughtBugs } from './CaughtBugs.js';

afterEach(cleanup);

const shown = (...caughtBy: string[]) => {
  const [bug] = exampleVerdict.variants.filter(({ outcome }) => outcome === 'caught');
  if (!bug) throw new Error('the example has caught bugs');
  render(<CaughtBugs verdict={{ ...exampleVerdict, variants: [{ ...bug, caughtBy }] }} />);
  return screen.getByRole('listitem').textContent;
};

describe('a caught bug', () => {
  it('names the case that caught it, with its parameters', () => {
    expect(shown('t.py::test_no_row_breaks[unique]')).toContain('by test_no_row_breaks[unique]');
  });

  it('names two tests and counts the others', () => {
    expect(shown('t.py::test_a[1]', 't.py::test_b', 't.py::test_c', 't.py::test_d')).toContain(
      'by test_a[1], test_b and 2 more',
    );
  });

  it('breaks a name between its words only', () => {
    shown('t.py::test_no_rows[unique]');
    const html = screen.getByText(/^test_/).innerHTML;
    expect(html.split('<wbr>').map((piece) => piece.replaceAll(/<[^>]+>/g, ''))).toEqual([
      'test_',
      'no_',
      'rows',
      '[unique]',
    ]);
  });

  it('that no test is named for has no line about it', () => {
    expect(shown()).not.toMatch(/\bby\b/);
  });
});
