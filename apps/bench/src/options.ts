import { parseArgs } from 'node:util';

/** What a run measures, and where its result goes. */
export interface BenchOptions {
  readonly only: readonly string[];
  readonly rounds: number;
  readonly quick: boolean;
  /** After so many it gives up, whatever hangs. */
  readonly minutes: number;
  readonly json: string | undefined;
  readonly write: boolean;
}

/** What is measured unless told otherwise, in the order of a round. */
export const always = ['a', 'b', 'c', 'd', 'ours', 'fresh', 'udf', 'pipeline', 'many'] as const;
/** What has to be asked for: `server` starts everything once more, `room` needs a server that runs. */
export const onDemand = ['server', 'room'] as const;

export const usage = `script/bench [--only NAMES] [--rounds N] [--quick] [--minutes N] [--json FILE] [--write]

  --only NAMES   of ${[...always, ...onDemand].join(',')}; ${onDemand.join(' and ')} are measured only when named here:
                 server starts script/server a second time, room needs a server at BENCH_SERVER
                 (default http://localhost:4300)
  --rounds N     each measure so often, taking turns (default 2)
  --quick        one round, one variant of the cold baselines, two submissions at once
  --minutes N    gives up after so many (default 40)
  --json FILE    keeps everything that was measured
  --write        puts the result into docs/benchmarks.md
`;

/** @throws Error with a sentence when a value makes no sense */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      rounds: { type: 'string' },
      quick: { type: 'boolean', default: false },
      minutes: { type: 'string', default: '40' },
      json: { type: 'string' },
      write: { type: 'boolean', default: false },
    },
  });
  const known: readonly string[] = [...always, ...onDemand];
  const only = values.only?.split(',').filter((name) => name !== '') ?? [...always];
  const unknown = only.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(`--only: ${unknown.join(', ')} is unknown; it must be of ${known.join(',')}.`);
  const rounds = values.rounds === undefined ? (values.quick ? 1 : 2) : Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 12)
    throw new Error('--rounds: must be a whole number from 1 to 12.');
  const minutes = Number(values.minutes);
  if (!(minutes > 0 && minutes <= 600)) throw new Error('--minutes: must be a number up to 600.');
  return { only, rounds, quick: values.quick, minutes, json: values.json, write: values.write };
}
