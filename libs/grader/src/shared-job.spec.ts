import { describe, expect, it } from '@jest/globals';
import type { Report, SandboxJob } from '@lakeproof/contracts';
import { reportOn, sharedJob } from './shared-job.js';

const variant = (name: string, kind: 'correct' | 'mutant') => ({ name, kind, conf: {}, overlay: [] });
const jobOf = (content: string, variants: SandboxJob['variants']): SandboxJob => ({
  mode: 'tests',
  engine: 'classic',
  reference: [{ path: 'pipeline.py', content: '' }],
  submission: [{ path: 'test_x.py', content }],
  variants,
  limits: { seconds: 60, variantSeconds: 20, memoryMiB: 2048 },
});
const variants = [variant('reference', 'correct'), variant('fan-out', 'mutant')];
const two = new Map([
  ['solution', jobOf('a', variants)],
  ['samples/weak', jobOf('b', variants)],
]);

describe('a shared job', () => {
  it('runs each submission on each version, and on the first correct one twice', () => {
    const job = sharedJob(two);
    const runs = job.variants.map(({ name, submission }) => [name, submission?.[0]?.content]);
    expect(runs).toEqual([
      ['solution\nreference', 'a'],
      ['solution\nfan-out', 'a'],
      ['solution\nreference(again)', 'a'],
      ['samples/weak\nreference', 'b'],
      ['samples/weak\nfan-out', 'b'],
      ['samples/weak\nreference(again)', 'b'],
    ]);
    expect(job.submission).toEqual([]);
    expect(job.limits).toEqual({ seconds: 120, variantSeconds: 20, memoryMiB: 2048 });
  });

  it('leaves the sandbox nothing to repeat by itself', () => {
    expect(sharedJob(two).variants.every(({ kind }) => kind === 'correct')).toBe(true);
  });

  it('runs nothing twice where no version is a mutant, as a job alone does', () => {
    const job = sharedJob(new Map([['solution', jobOf('a', [variant('reference', 'correct')])]]));
    expect(job.variants.map(({ name }) => name)).toEqual(['solution\nreference']);
  });
});

describe('the report of a shared job', () => {
  const ended = (name: string, seconds: number) => ({
    variant: name,
    end: 'finished' as const,
    seconds,
    message: '',
  });
  const report: Report = {
    collected: [],
    tests: [],
    variants: [
      ended('solution\nreference', 1),
      ended('samples/weak\nreference', 2),
      ended('solution\nreference(again)', 3),
      ended('samples/weak\nfan-out', 4),
      ended('solution\nfan-out', 5),
    ],
    notes: [],
    end: { kind: 'done' },
    timing: { started: 0, firstResult: 1, total: 2 },
  };

  it('says of each submission what a report of it alone would', () => {
    const { variants: own, repeated } = reportOn(report, 'solution');
    expect(own).toEqual([ended('reference', 1), ended('fan-out', 5)]);
    expect(repeated?.variants).toEqual([ended('reference', 3)]);
  });

  it('takes no submission for another whose name begins alike', () => {
    expect(reportOn(report, 'samples').variants).toEqual([]);
  });
});
