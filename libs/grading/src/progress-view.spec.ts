import { describe, expect, it } from '@jest/globals';
import { liveEventSchema, submissionIdSchema } from '@lakeproof/contracts';
import type { Progress } from '@lakeproof/contracts';
import { progressView } from './progress-view.js';
import { rubric } from './testing/reports.js';

const { variants } = rubric();
const cell = (variant: string) => ({
  test: 'a.py::t',
  variant,
  outcome: 'failed' as const,
  cause: 'assertion' as const,
  seconds: 0.1,
  message: `line of ${variant}`,
});
const progress: Progress = {
  submission: submissionIdSchema.parse('b3a1a9c0-58a3-4f0e-9a55-0d9f5a6d2a11'),
  phase: 'running',
  tests: ['a.py::t'],
  variantsDone: 1,
  variantsTotal: 4,
  cells: [cell('reference'), cell('bug-b'), cell('nowhere')],
};

describe('live progress', () => {
  it('shows a participant bugs as numbers, and nothing a test said on them', () => {
    const { cells } = progressView(progress, variants, { role: 'participant' });
    expect(cells).toEqual([cell('reference'), { ...cell('bug-b'), variant: 'bug-2', message: '' }]);
  });

  it('shows a trainer what a test said on a bug, by the number everybody sees', () => {
    expect(progressView(progress, variants, { role: 'trainer' }).cells).toEqual([
      cell('reference'),
      { ...cell('bug-b'), variant: 'bug-2' },
    ]);
  });

  it('is an event of the stream', () => {
    const event = progressView(progress, variants, { role: 'participant' });
    expect(liveEventSchema.parse(event)).toEqual(event);
    expect(event).toMatchObject({ type: 'progress', phase: 'running', variantsDone: 1, variantsTotal: 4 });
  });
});
