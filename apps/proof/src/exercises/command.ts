import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inSandbox } from '@lakeproof/contracts';
import { withSandboxes } from '@lakeproof/sandbox';
import type { Io } from '@lakeproof/terminal';
import { Command } from 'commander';
import { inLanes } from '../lanes.js';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import { prettyJson } from '../pretty-json.js';
import type { Rule } from '../stamps/selection.js';
import type { Item } from '../stamps/stamp.js';
import { Stamping } from '../stamps/stamping.js';
import { candidatesIn, itemsOf } from './candidates.js';
import { inWords } from './outcome.js';
import { verifyExercise, type Candidate, type Grading, type Verified } from './verify-exercise.js';

interface Options {
  readonly all?: boolean;
  readonly apart?: boolean;
  readonly update?: boolean;
}

const rule: Rule = { content: 'all', stock: 'all', semantics: 'core', mechanics: 'six', host: 'six' };

/**
 * `npm run verify:exercises`: proves that the checks of each exercise can fail. Without a name, all that changed
 * and those whose turn it is (docs/checks.md); what held is stamped.
 *
 * @returns 0 when all hold, 1 when one doesn't, 2 for a wrong command line, 3 when there are no sandboxes
 */
export async function runVerify(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('verify:exercises')
    .description('Verifies exercises: what changed and an eighth of the others in turn, unless told')
    .argument('[slug...]', 'these exercises only')
    .option('--all', 'all exercises')
    .option('--apart', 'each submission in a sandbox of its own')
    .option('--update', 'write what they come to into golden.json');
  return runProgram(program, args, io, (slugs: string[], options: Options) => verify(slugs, options, io));
}

async function verify(slugs: readonly string[], options: Options, io: Io): Promise<number> {
  const { all = false, apart = false, update = false } = options;
  const stamping = await Stamping.of('exercises', io);
  const { ready, problems } = await candidatesIn(io.env.EXERCISES_DIR ?? 'exercises', slugs);
  const lines = new Lines(io);
  for (const problem of problems) lines.bad(problem, []);
  const items = ready.flatMap(itemsOf);
  const { chosen, inTurn } = stamping.choose(items, rule, { all, groups: slugs });
  // One exercise a run goes the way of every submission.
  const [first] = inTurn;
  const tasks = ready.flatMap((candidate): Task[] => {
    const { exercise } = candidate;
    // What needs no sandbox takes no time.
    const mine = itemsOf(candidate).filter(
      ({ name }) => !inSandbox(exercise) || chosen.some((one) => one.name === name),
    );
    return mine.length > 0 ? [{ candidate, items: mine, apart: apart || exercise.slug === first }] : [];
  });
  const needsNone = tasks.every(({ candidate }) => !inSandbox(candidate.exercise));
  try {
    await withSandboxes({ warm: needsNone ? 0 : 1, atOnce: 2 }, io, (pool, signal) => {
      stamping.heed(signal);
      return inLanes(tasks, 2, signal, async (task) => {
        const began = performance.now();
        const verified = await verifyExercise(task.candidate, gradingOf(task), pool, signal);
        if (signal.aborted) return;
        const seconds = (performance.now() - began) / 1000;
        const holds = await tell(task.candidate, verified, seconds, { update, lines });
        const { golden } = holds ? verified : task.candidate.exercise;
        const done = itemsOf({ ...task.candidate, exercise: { ...task.candidate.exercise, golden } });
        for (const item of done.filter(({ name }) => task.items.some((one) => one.name === name)))
          if (holds) stamping.held(item, seconds / task.items.length);
          else stamping.broke(item);
      });
    });
  } finally {
    await stamping.save();
  }
  if (stamping.wasStopped) lines.stopped();
  return lines.finish();
}

interface Task {
  readonly candidate: Candidate;
  /** Those of its submissions that are graded. */
  readonly items: readonly Item[];
  readonly apart: boolean;
}

const gradingOf = ({ candidate, items, apart }: Task): Grading => ({
  names: new Set(items.map(({ name }) => name.slice(candidate.exercise.slug.length + 1))),
  apart,
});

/** @returns whether it holds */
async function tell(
  { exercise }: Candidate,
  { golden, came, broken, changed }: Verified,
  seconds: number,
  { update, lines }: { update: boolean; lines: Lines },
): Promise<boolean> {
  const outcomes = [...came].map(([name, outcome]) => `${name} ${inWords(outcome)}`);
  const line = `${exercise.slug}  ${outcomes.join(' · ')}  (${seconds.toFixed(0)} s)`;
  if (broken.length > 0 || (changed.length > 0 && !update)) {
    const how = `If this is how it should be: npm run verify:exercises -- ${exercise.slug} --update`;
    lines.bad(line, broken.length > 0 ? [...broken, ...changed] : [...changed, how]);
    return false;
  }
  if (update && changed.length > 0)
    await writeFile(join(exercise.place.path, 'golden.json'), prettyJson(golden));
  lines.good(
    line,
    changed.map((change) => `written: ${change}`),
  );
  return true;
}
