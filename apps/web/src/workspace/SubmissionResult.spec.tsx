/** @jest-environment ./browser-environment.js */
import { afterEach, describe, expect, it } from '@jest/globals';
import { exerciseViewSchema, type SandboxExerciseView } from '@lakeproof/contracts';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { exampleVerdict } from '../offer/example-verdict.js';
import { answer, fakeApi } from '../testing/fake-api.js';
import { SubmissionResult } from './SubmissionResult.js';

const exercise = exerciseViewSchema.parse({
  ...{ slug: 'clean-orders', title: 'Clean orders', concepts: ['nulls'], minutes: 20, points: 10 },
  ...{ mode: 'tests', engine: 'classic', bugs: 6, correctVersions: 3, hiddenTestCount: 0, limits: {} },
  ...{ day: { slug: 'day-1', title: 'Unit tests' }, instructionsHtml: '', submissions: [] },
  ...{ visibleFiles: [], starterFiles: [], standing: { attempts: 1, bestScore: null, points: null } },
}) as SandboxExerciseView;

const submission = {
  ...{
    id: '0b6f1f3e-31c2-4b4f-9a1c-0f6d3e1a2b3c',
    exercise: 'clean-orders',
    kind: 'submit',
    state: 'graded',
  },
  ...{ position: 0, again: false, score: 0.4, retry: false, files: [], questions: null },
  ...{ createdAt: '2026-04-05T09:00:00Z', settledAt: '2026-04-05T09:01:00Z', verdict: exampleVerdict },
};

async function shown(over: object) {
  fakeApi(() => Promise.resolve(answer(200, { ...submission, ...over })));
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MantineProvider>
      <QueryClientProvider client={queryClient}>
        <SubmissionResult
          id={submission.id}
          exercise={exercise}
          onSubmitAgain={() => undefined}
          onRestore={() => undefined}
        />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await screen.findByText(/^Sent /);
}

afterEach(cleanup);

describe('a submission of a newer API', () => {
  it('is told by its verdict where all words are known', async () => {
    await shown({ mood: 'good' });
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('2 of 6 bugs would reach production');
  });

  it.each([{ state: 'paused' }, { kind: 'rehearsal' }])(
    'with %j says that it is newer than the page',
    async (over) => {
      await shown(over);
      expect(screen.getByRole('note').textContent).toBe(
        'What became of this submission is newer than this page. Reload the page to see it.',
      );
    },
  );

  it('that was rejected for a reason nobody knew says what the verdict says', async () => {
    const verdict = {
      ...exampleVerdict,
      state: 'rejected',
      reason: 'too-late',
      message: 'The class is over.',
    };
    await shown({ state: 'rejected', verdict });
    expect(screen.getByText('The class is over.')).toBeDefined();
  });

  it('with an outcome nobody knew shows the others', async () => {
    const [first, ...others] = exampleVerdict.variants.toReversed();
    await shown({
      verdict: { ...exampleVerdict, variants: [...others.toReversed(), { ...first, outcome: 'flooded' }] },
    });
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe(
      'This verdict is newer than this page: reload it',
    );
    expect(screen.getByRole('img').getAttribute('aria-label')).toContain('4 of 6 bugs caught, 1 survived');
  });
});
