import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImage, type SandboxPool, withSandboxes } from '@lakeproof/sandbox';
import type { Io } from '@lakeproof/terminal';
import { Command } from 'commander';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import type { Rule } from '../stamps/selection.js';
import { Stamping } from '../stamps/stamping.js';
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

/** How tests end is decided in the image: the host carries what is said of it. */
const rule: Rule = { content: 'all', stock: 'all', semantics: 'all', mechanics: 'all', host: 'eighth' };

/**
 * `npm run conformance`: shows that the sandbox grades suites as plain pytest on stock PySpark does, test
 * by test. Without a name, all shapes when sandbox or shape changed, else an eighth in turn; what held is stamped.
 * Plain pytest runs the shapes that changed and the one whose turn is first; for the rest stands what is recorded.
 *
 * @returns 0 when no cell differs, 1 when one does, 2 for a wrong command line, 3 when there are no sandboxes
 */
export async function runConformance(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('conformance')
    .description('Compares the sandbox with plain pytest on stock PySpark, test by test')
    .argument('[shape...]', 'these shapes of suites only')
    .option('--all', 'all shapes, and plain pytest on each, whatever is recorded')
    .option('--update', 'record what plain pytest comes to');
  return runProgram(program, args, io, (names: string[], options: Options) => compare(names, options, io));
}

async function compare(names: readonly string[], { all, update }: Options, io: Io): Promise<number> {
  const runner = io.env.RUNNER_DIR ?? 'docker/runner';
  const folder = join(runner, 'conformance');
  const stamping = await Stamping.of('conformance', io);
  const known = await readShapes(join(folder, 'shapes'), names, await stockDigest(runner));
  const items = known.map((shape) => ({ ...shape, group: shape.name, isCore: true }));
  const { chosen, inTurn } = stamping.choose(items, rule, { all: all === true, groups: names });
  const shapes = items.filter((item) => chosen.includes(item));
  const [first] = inTurn;
  const live = all === true ? shapes : shapes.filter((shape) => isStale(shape) || shape.name === first);
  const keep = async (name: string, outcomes: Outcomes) => {
    const digest = shapes.find((shape) => shape.name === name)?.digest;
    await writeFile(
      recordOf(join(folder, 'shapes'), name),
      `${JSON.stringify({ digest, outcomes }, null, 2)}\n`,
    );
  };
  const began = performance.now();
  const { warm, plain } = await withSandboxes({ warm: 0, atOnce: 1 }, io, async (pool, signal) => {
    stamping.heed(signal);
    // One after the other: each has work for all cores. What is recorded stays when the sandbox breaks.
    const settings = { image: runnerImage(io.env), folder, signal, each: update === true ? keep : nothing };
    const recorded = await runTwo(live, settings);
    return { plain: recorded, warm: await gradeAll(shapes, pool, signal) };
  });
  const seconds = (performance.now() - began) / 1000 / Math.max(1, shapes.length);
  const lines = new Lines(io);
  for (const shape of shapes) {
    const { problems, remarks, summary } = judge(
      shape,
      plain.get(shape.name),
      warm.get(shape.name),
      update === true,
    );
    const line = `${shape.name}  ${summary}`;
    if (problems.length > 0) {
      lines.bad(line, [...problems, ...remarks]);
      stamping.broke(shape);
    } else {
      lines.good(line, remarks);
      stamping.held(shape, seconds);
    }
  }
  await stamping.save();
  return lines.finish();
}

const isStale = ({ digest, recorded }: Shape) => recorded?.digest !== digest;

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
