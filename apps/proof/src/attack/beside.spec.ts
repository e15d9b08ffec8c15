import { describe, expect, it } from '@jest/globals';
import type { Report } from '@lakeproof/contracts';
import { besideProblems } from './beside.js';

const ended = { id: 'test_x.py::test_takes', cause: null, seconds: 0, message: '', output: '' };
const test = { ...ended, outcome: 'passed' } as const;
const onBoth = [
  { ...test, variant: 'reference' },
  { ...test, variant: 'by-max' },
];
const report = (more: Partial<Report>): Report => ({
  ...{ collected: [], tests: onBoth, variants: [], notes: [] },
  timing: { started: 0, firstResult: 0, total: 0 },
  // As it is released.
  end: { kind: 'broken', detail: 'the job was given up' },
  ...more,
});
const over = { variant: 'by-max', end: 'timeout', message: 'after 60 s' } as Report['variants'][number];

describe('the sandbox beside an attack', () => {
  it('is fine when it kept what it took on both versions until it was released', () => {
    expect([...besideProblems(report({}))]).toEqual([]);
  });

  it.each([
    ['a test failed', { tests: [...onBoth, { ...test, variant: 'by-max', outcome: 'failed' as const }] }],
    ['a run was over before the attack', { variants: [over] }],
    ['only one version took something', { tests: onBoth.slice(1) }],
  ])('is a problem when %s', (_, more) => {
    expect([...besideProblems(report(more))]).toHaveLength(1);
  });
});
