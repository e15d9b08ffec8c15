/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { exampleVerdict } from '../offer/example-verdict.js';
import { sourceOfVerdict } from './matrix-source.js';
import { VerdictMatrix } from './VerdictMatrix.js';

afterEach(() => {
  cleanup();
  jest.restoreAllMocks();
});

const sizes = ['clientWidth', 'scrollWidth', 'clientHeight', 'scrollHeight'] as const;

/** Nothing is laid out in jsdom: every element is said to have these sizes. */
function sized(...[clientWidth, scrollWidth, clientHeight, scrollHeight]: number[]) {
  const all = { clientWidth, scrollWidth, clientHeight, scrollHeight };
  for (const size of sizes) jest.spyOn(Element.prototype, size, 'get').mockReturnValue(all[size] ?? 0);
}

function shown(parameters = '') {
  const source = sourceOfVerdict(exampleVerdict);
  const [first, ...others] = source.tests;
  if (!first) throw new Error('the example has tests');
  const tests = [{ ...first, id: first.id + parameters }, ...others];
  render(
    <MantineProvider>
      <VerdictMatrix source={{ ...source, tests }} selected={null} onSelect={() => undefined} />
    </MantineProvider>,
  );
  return screen.getByRole('grid');
}

const headings = (grid: HTMLElement) =>
  within(grid)
    .getAllByRole('columnheader')
    .filter((head) => head.getAttribute('scope') === 'colgroup')
    .map(({ textContent }) => textContent);

describe('a matrix that fits', () => {
  it('has correct versions before bugs, and nothing to scroll', () => {
    sized(900, 900, 400, 400);
    expect(headings(shown())).toEqual(['Correct', 'Bugs']);
    expect(screen.queryByRole('group')).toBeNull();
  });
});

describe('a matrix with more than one sees', () => {
  it('begins with the bugs that survived', () => {
    sized(300, 500, 400, 400);
    expect(headings(shown())[0]).toBe('Survived');
  });

  it('can be scrolled by keyboard, and has a name', () => {
    sized(300, 500, 400, 900);
    shown();
    const group = screen.getByRole('group', { name: 'Matrix, to be scrolled' });
    expect(group.tabIndex).toBe(0);
  });

  it('has shadows on the sides where there is more', () => {
    sized(300, 500, 400, 900);
    shown();
    const group = screen.getByRole('group');
    const shades = group.nextElementSibling as HTMLElement;
    expect(shades.dataset.hidden).toBe('right down');
    group.scrollLeft = 200;
    group.scrollTop = 10;
    fireEvent.scroll(group);
    expect(shades.dataset.hidden).toBe('left up down');
  });
});

describe('a test in the matrix', () => {
  it('keeps its parameters', () => {
    const grid = shown('[unique]');
    expect(
      within(grid).getByRole('button', { name: /^test_keeps_orders_without_status\[unique\]: valid/ }),
    ).toBeDefined();
  });

  it('is the head of its row', () => {
    const heads = within(shown()).getAllByRole('rowheader');
    expect(heads.map((head) => head.getAttribute('scope'))).toEqual(heads.map(() => 'row'));
    expect(heads).toHaveLength(exampleVerdict.tests.length);
  });
});
