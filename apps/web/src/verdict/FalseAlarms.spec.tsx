/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it } from '@jest/globals';
import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen } from '@testing-library/react';
import { exampleVerdict } from '../offer/example-verdict.js';
import { FalseAlarms } from './FalseAlarms.js';

afterEach(cleanup);

describe('false alarms of one test with two parameters', () => {
  it('are told apart', () => {
    const tests = ['[unique]', '[None-1]'].map((parameters) => ({
      id: `t.py::test_no_row_breaks${parameters}`,
      valid: false,
      falseAlarmOn: ['correct-2'],
    }));
    render(
      <MantineProvider>
        <FalseAlarms verdict={{ ...exampleVerdict, tests }} onSelect={() => undefined} />
      </MantineProvider>,
    );
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'What it said (test_no_row_breaks[unique])',
      'What it said (test_no_row_breaks[None-1])',
    ]);
  });
});
