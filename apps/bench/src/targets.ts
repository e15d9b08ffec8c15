import { valuesOf, type Figures } from './figures.js';
import { ratios, spread, type Spread } from './statistics.js';

/** What is to be reached, and what was measured. `reached` is told by the median. */
export interface Target {
  readonly what: string;
  readonly goal: string;
  readonly measured: Spread;
  readonly unit: '' | 's' | 'MiB' | 'x';
  readonly reached: boolean;
}

interface Goal {
  readonly what: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly unit: Target['unit'];
  readonly values: (figures: Figures) => readonly number[];
}

const figure = (measure: string, name: string) => (figures: Figures) => valuesOf(figures, measure, name);

const ratio =
  (over: readonly [string, string], under: readonly [string, string]) =>
  (figures: Figures): readonly number[] =>
    ratios(valuesOf(figures, ...over), valuesOf(figures, ...under));

const matrix = (measure: string) => [measure, 'matrixSeconds'] as const;
const gibibyte = 1024;

/** The figures of the design, in the words of docs/benchmarks.md. */
const goals: readonly Goal[] = [
  { what: 'times faster than (a)', atLeast: 10, unit: 'x', values: ratio(matrix('a'), matrix('ours')) },
  { what: 'times faster than (b)', atLeast: 8, unit: 'x', values: ratio(matrix('b'), matrix('ours')) },
  { what: 'times the time of (c)', atMost: 0.7, unit: 'x', values: ratio(matrix('ours'), matrix('c')) },
  { what: 'times the time of (d)', atMost: 1.25, unit: 'x', values: ratio(matrix('ours'), matrix('d')) },
  { what: 'first result after submit', atMost: 2.5, unit: 's', values: figure('ours', 'firstResultSeconds') },
  {
    what: 'ten submissions at once, times one',
    atMost: 10,
    unit: 'x',
    values: (figures) => {
      const [one, ten] = [valuesOf(figures, 'many', 'seconds1'), valuesOf(figures, 'many', 'seconds10')];
      return ten.map((seconds) => seconds / spread(one).median);
    },
  },
  {
    what: 'memory of a sandbox at its peak',
    atMost: 1.3 * gibibyte,
    unit: 'MiB',
    values: figure('ours', 'peakMiB'),
  },
  { what: 'ready from nothing', atMost: 8, unit: 's', values: figure('start', 'readySeconds') },
  {
    what: 'a variant with a UDF, times one without',
    atMost: 1.5,
    unit: 'x',
    values: ratio(matrix('udf'), matrix('ours')),
  },
  {
    what: 'a variant with a declarative pipeline',
    atMost: 1.2,
    unit: 's',
    values: figure('pipeline', 'variantSeconds'),
  },
];

/** The targets of which something was measured. */
export function targetsOf(figures: Figures): Target[] {
  return goals.flatMap(({ what, atLeast, atMost, unit, values }) => {
    const found = values(figures);
    if (found.length === 0) return [];
    const measured = spread(found);
    const reached =
      atLeast === undefined ? measured.median <= (atMost ?? Infinity) : measured.median >= atLeast;
    const suffix = unit === 'x' || unit === '' ? '' : ` ${unit}`;
    const goal = `${atLeast === undefined ? '≤' : '≥'} ${round(atLeast ?? atMost ?? NaN)}${suffix}`;
    return [{ what, goal, measured, unit, reached }];
  });
}

const round = (value: number) => String(Math.round(value * 100) / 100);
