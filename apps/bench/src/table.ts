import { valuesOf } from './figures.js';
import type { Result } from './result.js';
import { ratios, spread } from './statistics.js';
import { targetsOf } from './targets.js';

/** A table in Markdown, which people read on a terminal too. */
interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** All of a result: the machine, what was to be reached, the whole matrix, everything else. */
export function report(result: Result): string {
  const parts = [machineText(result), markdown(targetTable(result)), markdown(matrixTable(result))];
  const others = otherFigures(result);
  if (others.rows.length > 0) parts.push(markdown(others));
  return `${parts.join('\n\n')}\n`;
}

function machineText({ machine, startedAt, seconds, rounds, quick, loads }: Result): string {
  const { processor, cores, memoryGiB, kernel, engine, cgroup, node, image } = machine;
  return [
    `${startedAt.slice(0, 16).replace('T', ' ')} UTC, ${rounds} rounds${quick ? ' (`--quick`)' : ''} in ${Math.round(seconds)} s.`,
    `${processor}, ${cores} cores, ${memoryGiB} GiB; Linux ${kernel}, Docker ${engine} (cgroup v${cgroup}), Node ${node}; runner image ${image}.`,
    `Load of the machine when the rounds began: ${loads.join(', ')}.`,
  ].join('\n');
}

function targetTable({ figures }: Result): Table {
  return {
    head: ['to reach', 'goal', 'measured', 'least to most', ''],
    rows: targetsOf(figures).map(({ what, goal, measured, unit, reached }) => {
      const suffix = unit === 'x' || unit === '' ? '' : ` ${unit}`;
      const between = `${short(measured.least)} to ${short(measured.most)}`;
      return [what, goal, `${short(measured.median)}${suffix}`, between, reached ? 'reached' : 'missed'];
    }),
  };
}

const matrices = ['a', 'b', 'c', 'd', 'ours', 'fresh', 'udf'] as const;

function matrixTable({ figures, titles }: Result): Table {
  const ours = valuesOf(figures, 'ours', 'matrixSeconds');
  const rows = matrices.flatMap((measure) => {
    const seconds = valuesOf(figures, measure, 'matrixSeconds');
    if (seconds.length === 0) return [];
    const times = spread(seconds);
    const cpu = spread(valuesOf(figures, measure, 'matrixCpuSeconds'));
    const factor = spread(ratios(seconds, ours)).median;
    const name =
      measure.length === 1 ? `(${measure}) ${titles[measure] ?? ''}` : (titles[measure] ?? measure);
    return [
      [
        name,
        short(times.median),
        `${short(times.least)} to ${short(times.most)}`,
        short(cpu.median),
        Number.isNaN(factor) ? '' : short(factor),
      ],
    ];
  });
  return { head: ['12 variants x 5 tests', 'seconds', 'least to most', 'CPU-s', 'times ours'], rows };
}

/** Figures that are in no other table, in plain words. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ours: {
    firstResultSeconds: 'submit to first result, s',
    peakMiB: 'memory of the sandbox at its peak, MiB',
  },
  udf: { firstResultSeconds: 'submit to first result with a UDF, s', peakMiB: 'peak with a UDF, MiB' },
  pipeline: {
    firstResultSeconds: 'submit to first result of a declarative pipeline, s',
    peakMiB: 'peak with declarative pipelines, MiB',
  },
  fresh: { firstResultSeconds: 'submit to first result, at once after ready, s' },
  start: {
    readySeconds: 'ready from nothing, s',
    readyCpuSeconds: 'ready from nothing, CPU-s',
    warmSeconds: 'all of the warm-up, s',
    warmCpuSeconds: 'all of the warm-up, CPU-s',
  },
  idle: { cores: 'a warm sandbox that waits, share of a core', memoryMiB: 'a warm sandbox that waits, MiB' },
  many: {
    seconds1: '1 submission through the pool, s',
    seconds2: '2 at once, s',
    seconds5: '5 at once, s',
    seconds10: '10 at once, s',
    lastFirstResult1: '1 submission: first result, s',
    lastFirstResult10: '10 at once: first result of the last, s',
  },
  server: { readySeconds: 'second start of script/server, s' },
  room: {
    p50Ms: 'API with a full room, median of all requests, ms',
    p95Ms: 'API with a full room, 95th percentile, ms',
    requests: 'API with a full room, requests',
    failures: 'API with a full room, failed requests',
  },
};

function otherFigures({ figures }: Result): Table {
  const rows = Object.entries(words).flatMap(([measure, names]) =>
    Object.entries(names).flatMap(([name, text]) => {
      const values = valuesOf(figures, measure, name);
      if (values.length === 0) return [];
      const { median, least, most } = spread(values);
      return [[text, short(median), values.length > 1 ? `${short(least)} to ${short(most)}` : '']];
    }),
  );
  return { head: ['beside that', 'median', 'least to most'], rows };
}

/** Three digits are as many as such a measurement has. */
export function short(value: number): string {
  if (Math.abs(value) >= 100) return value.toFixed(0);
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

function markdown({ head, rows }: Table): string {
  const widths = head.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
