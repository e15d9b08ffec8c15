import { availableParallelism } from 'node:os';
import { inSandbox, type Verdict } from '@lakeproof/contracts';
import type { Exercise } from '@lakeproof/curriculum';
import { SandboxError, withSandboxes } from '@lakeproof/sandbox';
import { type Io, SentenceError, StatusLine } from '@lakeproof/terminal';
import { Command, InvalidArgumentError } from 'commander';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import type { Rule } from '../stamps/selection.js';
import { Stamping } from '../stamps/stamping.js';
import { candidatesIn, itemsOf } from '../exercises/candidates.js';
import { gradeOwn } from '../exercises/grade-own.js';
import type { Candidate } from '../exercises/verify-exercise.js';
import { drift } from './drift.js';

interface Options {
  readonly repeats: number;
  readonly exercises?: readonly string[];
  readonly submissions?: readonly string[];
}

/** Chance comes with time and not with a change: so the exemplars take turns, whatever changed. */
const rule: Rule = {
  content: 'eighth',
  stock: 'eighth',
  semantics: 'eighth',
  mechanics: 'eighth',
  host: 'eighth',
};

/** So many are graded at the same time, as a worker does. */
const atOnce = availableParallelism();

/**
 * `npm run regrade-check`: grades the exercises' own submissions again and again, and says which cell of a
 * matrix ever came out differently. Unless told, the exemplars of an eighth of the exercises, in turn.
 *
 * @returns 0 when none did, 1 when one did or it was stopped before the last, 2 for a wrong command line,
 * 3 when there are no sandboxes
 */
export async function runRegradeCheck(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('regrade-check')
    .description('Grades the exemplar and the samples of exercises repeatedly, and compares the matrices')
    .option('--repeats <number>', 'how often each is graded', wholeNumber, 5)
    .option('--exercises <slug,slug>', 'these exercises only', commaSeparated)
    .option('--submissions <name,name>', 'these of their submissions only', commaSeparated);
  return runProgram(program, args, io, (options: Options) => check(options, io));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 2 && number <= 10_000) return number;
  throw new InvalidArgumentError('It must be a whole number from 2 to 10000.');
}

const commaSeparated = (list: string) => list.split(',');

async function check({ repeats, exercises = [], submissions: names }: Options, io: Io): Promise<number> {
  const stamping = await Stamping.of('regrade', io);
  const { ready, problems } = await candidatesIn(io.env.EXERCISES_DIR ?? 'exercises', exercises);
  const lines = new Lines(io);
  for (const problem of problems) lines.bad(problem, []);
  const isTold = exercises.length > 0 || names !== undefined;
  const chosen = isTold ? chosenOf(ready, names) : solutionsInTurn(ready, stamping);
  const status = new StatusLine(io.stderr);
  await withSandboxes({ warm: atOnce, atOnce }, io, async (pool, signal) => {
    stamping.heed(signal);
    for (const { exercise, submissions, dayVariants } of chosen)
      for (const [name, files] of submissions) {
        if (signal.aborted) return;
        const began = performance.now();
        const progress = (done: number) => {
          status.say(`${exercise.slug}  ${name}: graded ${done} of ${repeats} times`);
        };
        progress(0);
        const grade = () => gradeOwn(exercise, files, pool, signal);
        const verdicts = await repeated(repeats, grade, progress, signal);
        status.clear();
        const holds = tell(lines, exercise, name, verdicts, repeats);
        const one = new Map([[name, files]]);
        const [item] = itemsOf({ exercise, submissions: one, dayVariants });
        if (item && holds) stamping.held(item, (performance.now() - began) / 1000);
        else if (item) stamping.broke(item);
      }
  });
  await stamping.save();
  return lines.finish();
}

function solutionsInTurn(candidates: readonly Candidate[], stamping: Stamping): readonly Candidate[] {
  const run = candidates.filter(({ exercise }) => inSandbox(exercise));
  const items = run.flatMap(itemsOf).filter(({ isCore }) => isCore);
  const { inTurn } = stamping.choose(items, rule, { all: false, groups: [] });
  return chosenOf(
    run.filter(({ exercise }) => inTurn.has(exercise.slug)),
    ['solution'],
  );
}

/** @throws SentenceError when one of the exercises has none of the submissions named */
function chosenOf(ready: readonly Candidate[], names: readonly string[] | undefined): readonly Candidate[] {
  if (!names) return ready;
  return ready.map((candidate) => {
    const { exercise, submissions } = candidate;
    const chosen = new Map([...submissions].filter(([name]) => names.includes(name)));
    if (chosen.size > 0) return { ...candidate, submissions: chosen };
    const has = [...submissions.keys()].join(', ');
    throw new SentenceError(`${exercise.slug} has no submission ${names.join(', ')}. It has: ${has}.`);
  });
}

async function repeated(
  times: number,
  grade: () => Promise<Verdict>,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let begun = 0;
  const goesOn = () => !signal.aborted;
  const gradeOneAfterAnother = async () => {
    while (begun < times && goesOn()) {
      begun += 1;
      try {
        const verdict = await grade();
        // One that was cut off tells nothing.
        if (goesOn()) progress(verdicts.push(verdict));
      } catch (error) {
        // Who is stopped gets no sandbox any more; what was graded is told all the same.
        if (goesOn() || !(error instanceof SandboxError)) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, gradeOneAfterAnother));
  return verdicts;
}

/** @returns whether no cell drifted */
function tell(
  lines: Lines,
  { slug }: Exercise,
  name: string,
  verdicts: readonly Verdict[],
  repeats: number,
): boolean {
  const [first] = verdicts;
  const cells = first?.matrix.length ?? 0;
  const line = `${slug}  ${name}  graded ${verdicts.length} times, ${cells} cells`;
  const wrong = drift(verdicts);
  if (verdicts.length < repeats) wrong.push(`stopped before it was graded ${repeats} times`);
  if (wrong.length > 0) lines.bad(line, wrong);
  else lines.good(line, []);
  return wrong.length === 0;
}
