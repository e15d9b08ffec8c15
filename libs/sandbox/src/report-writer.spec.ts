import { beforeEach, describe, expect, it } from '@jest/globals';
import type { HarnessEvent, SandboxVariant } from '@lakeproof/contracts';
import { NumberedVariants } from './numbered-variants.js';
import { ReportWriter } from './report-writer.js';

const variants: SandboxVariant[] = [
  { name: 'reference', kind: 'correct', conf: {}, overlay: [] },
  { name: 'fan-out', kind: 'mutant', conf: {}, overlay: [] },
];
const test = (variant: number, id = 'test_a.py::test_a'): HarnessEvent => ({
  event: 'test',
  variant,
  id,
  outcome: 'passed',
  cause: null,
  seconds: 0.1,
  message: '',
  output: '',
});
const ended = (variant: number): HarnessEvent => ({
  event: 'variant',
  variant,
  end: 'finished',
  seconds: 1,
  message: '',
});

let clock: number;
let report: ReportWriter;

beforeEach(() => {
  clock = 0.5;
  report = new ReportWriter(new NumberedVariants(variants, (below) => below - 1), () => clock);
});

describe('a report', () => {
  it('speaks of variants by name', () => {
    expect(report.add(test(1))).toMatchObject({ event: 'test', variant: 'fan-out' });
    expect(report.add(ended(0))).toMatchObject({ event: 'variant', variant: 'reference' });
    const { tests, variants: ends } = report.finish({ kind: 'done' });
    expect(tests.map(({ variant }) => variant)).toEqual(['fan-out']);
    expect(ends.map(({ variant }) => variant)).toEqual(['reference']);
  });

  it('drops a number that was never given out', () => {
    expect(report.add(test(3))).toBeUndefined();
    expect(report.finish({ kind: 'done' }).tests).toEqual([]);
  });

  it('keeps the second run of a correct variant apart, and shows it to no viewer', () => {
    expect([report.add(test(2)), report.add(ended(2))]).toEqual([undefined, undefined]);
    expect(report.finish({ kind: 'done' })).toMatchObject({
      tests: [],
      variants: [],
      repeated: {
        tests: [{ variant: 'reference', id: 'test_a.py::test_a', outcome: 'passed' }],
        variants: [{ variant: 'reference', end: 'finished' }],
      },
    });
  });

  it('drops what is said of a variant after its end', () => {
    report.add(ended(1));
    expect(report.add(test(1))).toBeUndefined();
    expect(report.add(ended(1))).toBeUndefined();
    expect(report.finish({ kind: 'done' })).toMatchObject({ tests: [], variants: [{ variant: 'fan-out' }] });
  });

  it('is cut short when variants are missing at the end of its time, and only then', () => {
    report.start();
    report.add(ended(0));
    report.add(ended(2));
    clock = 60;
    expect(report.isCutShort(60)).toBe(false);
    clock = 60.5;
    expect(report.isCutShort(60)).toBe(true);
    report.add(ended(1));
    expect(report.isCutShort(60)).toBe(false);
  });

  it('times start, first result and end', () => {
    report.start();
    clock = 1.5;
    report.add(test(0));
    clock = 2;
    report.add(test(1));
    clock = 9;
    expect(report.finish({ kind: 'done' }).timing).toEqual({ started: 0.5, firstResult: 1.5, total: 9 });
  });

  it('has its first result at its end when there was none', () => {
    clock = 9;
    expect(report.finish({ kind: 'done' }).timing.firstResult).toBe(9);
  });
});
