import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImage, type SandboxPool } from '@lakeproof/sandbox';
import { Command } from 'commander';
import type { Io } from '../io.js';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import { withSandboxes } from '../sandboxes.js';
import { shortSelection } from '../verify/selection.js';
import { judge } from './judge.js';
import type { Outcomes } from './outcomes.js';
import { runPlain, type PlainSettings } from './plain.js';
import { readShapes, recordOf, type Shape } from './shape.js';
import { stockDigest } from './stock-digest.js';
import { runWarm, type Graded } from './warm.js';

interface Options {
  readonly all?: boolean;
  readonly update?: boolean;
}

/**
 * `npm run conformance`: shows that the sandbox grades suites as plain pytest on stock PySpark does, test
 * by test. The sandbox runs all shapes; plain pytest runs those that changed, and six others when no shape is
 * named; for the rest stands what it came to before.
 *
 * @returns 0 when no cell differs, 1 when one does, 2 for a wrong command line, 3 when there are no sandboxes
 */
export async function runConformance(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('conformance')
    .description('Compares the sandbox with plain pytest on stock PySpark, test by test')
    .argument('[shape...]', 'these shapes of suites only')
    .option('--all', 'run plain pytest on every shape, whatever is recorded')
    .option('--update', 'record what plain pytest comes to');
  return runProgram(program, args, io, (names: string[], options: Options) => compare(names, options, io));
}

async function compare(names: readonly string[], { all, update }: Options, io: Io): Promise<number> {
  const runner = io.env.RUNNER_DIR ?? 'docker/runner';
  const folder = join(runner, 'conformance');
  const shapes = await readShapes(join(folder, 'shapes'), names, await stockDigest(runner));
  const stale = shapes.filter(isStale);
  const live = all === true ? shapes : names.length > 0 ? stale : short(shapes);
  const keep = async (name: string, outcomes: Outcomes) => {
    const digest = shapes.find((shape) => shape.name === name)?.digest;
    await writeFile(
      recordOf(join(folder, 'shapes'), name),
      `${JSON.stringify({ digest, outcomes }, null, 2)}\n`,
    );
  };
  const { warm, plain } = await withSandboxes({ warm: 0, atOnce: 1 }, io, async (pool, signal) => {
    // One after the other: each has work for all cores. What is recorded stays when the sandbox breaks.
    const settings = { image: runnerImage(io.env), folder, signal, each: update === true ? keep : nothing };
    const recorded = await runTwo(live, settings);
    return { plain: recorded, warm: await gradeAll(shapes, pool, signal) };
  });
  const lines = new Lines(io);
  for (const shape of shapes) {
    const { problems, remarks, summary } = judge(
      shape,
      plain.get(shape.name),
      warm.get(shape.name),
      update === true,
    );
    const line = `${shape.name}  ${summary}`;
    if (problems.length > 0) lines.bad(line, [...problems, ...remarks]);
    else lines.good(line, remarks);
  }
  return lines.finish();
}

const isStale = ({ digest, recorded }: Shape) => recorded?.digest !== digest;

function short(shapes: readonly Shape[]): Shape[] {
  const selected = new Set(
    shortSelection(
      shapes.map((shape) => ({ slug: shape.name, stale: isStale(shape) })),
      Date.now(),
    ),
  );
  return shapes.filter(({ name }) => selected.has(name));
}

/** Each engine's shapes are one job. */
async function gradeAll(shapes: readonly Shape[], pool: SandboxPool, signal: AbortSignal) {
  const graded = new Map<string, Graded>();
  for (const engine of ['classic', 'connect'] as const) {
    const ofEngine = shapes.filter((shape) => shape.engine === engine);
    for (const [name, found] of await runWarm(ofEngine, pool, signal)) graded.set(name, found);
  }
  return graded;
}

/** In two containers at a time. */
async function runTwo(shapes: readonly Shape[], settings: PlainSettings) {
  const halves = [0, 1].map((half) => shapes.filter((_, n) => n % 2 === half));
  const found = await Promise.all(halves.map((half) => runPlain(half, settings)));
  return new Map(found.flatMap((some) => [...some]));
}

const nothing = () => Promise.resolve();
