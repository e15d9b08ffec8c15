/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { WidePanes } from './WidePanes.js';

const page = (hasResults: boolean) => (
  <MantineProvider>
    <WidePanes
      pane="editor"
      onPane={() => undefined}
      instructions="Read"
      editor={<input aria-label="Code" />}
      results="Seen"
      actions={null}
      hasResults={hasResults}
    />
  </MantineProvider>
);
/** Where the lines between the panes stand. */
const lines = () =>
  screen.getAllByRole('separator').map((line) => Number(line.getAttribute('aria-valuenow')));
/** In percent. */
const widthOf = (name: string) =>
  parseFloat(screen.getByRole('region', { name }).parentElement?.style.flexBasis ?? '');

afterEach(() => {
  cleanup();
  localStorage.clear();
});

describe('the columns of the workspace', () => {
  it('give the editor more than half until there are results, without building it anew', () => {
    const { rerender } = render(page(false));
    const code = screen.getByLabelText('Code');
    expect(widthOf('Editor')).toBeGreaterThan(50);
    rerender(page(true));
    expect(widthOf('Results')).toBe(widthOf('Editor'));
    expect(screen.getByLabelText('Code')).toBe(code);
  });

  it('keep what a person made of them, before and with results', () => {
    const { unmount, rerender } = render(page(false));
    const before = lines();
    for (const line of screen.getAllByRole('separator')) fireEvent.keyDown(line, { key: 'ArrowRight' });
    const moved = lines();
    expect(moved).not.toEqual(before);
    rerender(page(true));
    expect(widthOf('Results')).toBe(38);
    unmount();
    render(page(false));
    expect(lines()).toEqual(moved);
  });
});
