/** @jest-environment ./browser-environment.js */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SubmissionView } from '@lakeproof/contracts';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { exampleVerdict } from '../offer/example-verdict.js';
import { submissionQuery } from '../submission/queries.js';
import { answer, fakeApi } from '../testing/fake-api.js';
import { Survivors } from './Survivors.js';

const id = '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c';
const hints = ['Look at the rows.', 'And at their number.'];

function Page() {
  const { data } = useQuery({ ...submissionQuery(id), enabled: false });
  return data?.verdict ? <Survivors verdict={data.verdict} submission={id} /> : null;
}

const hintButton = (level: number) =>
  screen.findByRole('button', { name: `Open hint ${level} of 2 on Bug 4` });
const open = async (level: number) => {
  const button = await hintButton(level);
  button.focus();
  fireEvent.click(button);
  await screen.findByText(hints[level - 1] ?? '');
};

/** What the api waits for before it answers. */
let answered: Promise<void>;

beforeEach(() => {
  answered = Promise.resolve();
  let opened = 0;
  fakeApi(async () => {
    opened += 1;
    await answered;
    return answer(200, { key: 'bug-4', hints: hints.slice(0, opened), hintLevels: 2 });
  });
  const bug = exampleVerdict.variants.find(({ label }) => label === 'Bug 4');
  if (!bug) throw new Error('the example has four bugs');
  const verdict = { ...exampleVerdict, variants: [{ ...bug, hintLevels: 2 }] };
  const client = new QueryClient();
  client.setQueryData(submissionQuery(id).queryKey, { id, verdict } as unknown as SubmissionView);
  render(
    <MantineProvider>
      <QueryClientProvider client={client}>
        <Page />
      </QueryClientProvider>
    </MantineProvider>,
  );
});

afterEach(cleanup);

describe('the focus of who opens a hint', () => {
  it('stays on the button, which opens the next one', async () => {
    await open(1);
    expect(document.activeElement).toBe(await hintButton(2));
  });

  it('stays on it while it waits, and another press asks for nothing', async () => {
    let release: () => void = () => undefined;
    answered = new Promise<void>((resolve) => {
      release = resolve;
    });
    const button = await hintButton(1);
    fireEvent.click(button);
    await waitFor(() => {
      expect(button.getAttribute('aria-disabled')).toBe('true');
    });
    // The browser takes the focus from what is disabled.
    expect(button).toHaveProperty('disabled', false);
    fireEvent.click(button);
    release();
    await screen.findByText(hints[0] ?? '');
    expect(screen.queryByText(hints[1] ?? '')).toBeNull();
  });

  it('goes to the last hint, because its button is gone', async () => {
    await open(1);
    await open(2);
    await waitFor(() => {
      expect(document.activeElement?.textContent).toBe(hints[1]);
    });
  });

  it('is left where it went meanwhile', async () => {
    await open(1);
    const button = await hintButton(2);
    button.focus();
    fireEvent.click(button);
    button.blur();
    await screen.findByText(hints[1] ?? '');
    expect(document.activeElement).toBe(document.body);
  });
});
