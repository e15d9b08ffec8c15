import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { inSandbox } from '@lakeproof/contracts';
import { loadExercise, type SandboxExercise } from '@lakeproof/curriculum';
import { connectDocker, removeOrphans, SandboxError, withSandboxes } from '@lakeproof/sandbox';
import { type Io, SentenceError } from '@lakeproof/terminal';
import { Command } from 'commander';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import type { Rule } from '../stamps/selection.js';
import type { Item } from '../stamps/stamp.js';
import { Stamping } from '../stamps/stamping.js';
import { exerciseFolder, readAttacks, type Attack } from './attack.js';
import { batchesOf, type Batch } from './batches.js';
import { problemsOf } from './judge.js';
import { runBatch } from './run-batch.js';
import { runBatches, type Came } from './run-batches.js';
import { acceptedProblems, readUploads, type Upload } from './uploads.js';

interface Options {
  readonly all?: boolean;
  readonly json?: boolean;
}

const rule: Rule = { content: 'all', stock: 'all', semantics: 'all', mechanics: 'all', host: 'all' };

/** What came of one attack; `problems` is empty when its defence holds. */
interface Result {
  readonly name: string;
  readonly tries: string;
  readonly proves: string;
  readonly problems: readonly string[];
  /** `refused`, the reason it was not graded, or its score. */
  readonly came: string;
  readonly seconds: number;
}

/** Of this process alone: what carries it afterwards was left behind. */
const owner = `attack-${String(process.pid)}`;
/** Two at a time: many attacks sit out their deadline. */
const size = { warm: 1, atOnce: 2, owner };

/**
 * `npm run attack`: sends hostile submissions the way of every submission and checks what each must come to.
 * Without a word, all of them when sandbox or attack changed, else an eighth in turn; what held is stamped.
 *
 * @returns 0 when every defence holds, 1 when one doesn't, 2 for a wrong command line, 3 without sandboxes
 */
export async function runAttacks(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('attack')
    .description('Attacks the sandbox with hostile submissions and checks that each comes to nothing')
    .argument('[word...]', 'only attacks whose name holds one of the words')
    .option('--all', 'all attacks')
    .option('--json', 'print the results as JSON, and nothing else, on stdout');
  return runProgram(program, args, io, (words: string[], options: Options) => attack(words, options, io));
}

async function attack(words: readonly string[], { all, json }: Options, io: Io): Promise<number> {
  const dir = io.env.ATTACKS_DIR ?? 'attacks';
  const exercise = await loadExercise(join(dir, exerciseFolder));
  if (!inSandbox(exercise)) throw new SentenceError('The attacks need an exercise that runs in a sandbox.');
  const isChosen = ({ name }: { name: string }) =>
    words.length === 0 || words.some((word) => name.includes(word));
  const chosen = (await readAttacks(dir)).filter(isChosen);
  const uploads = (await readUploads(dir)).filter(isChosen);
  if (chosen.length + uploads.length === 0)
    throw new SentenceError(`No attack's name holds ${words.join(' or ')}.`);
  const told = json ? { ...io, stdout: io.stderr } : io;
  const lines = new Lines(told);
  const stamping = await Stamping.of('attacks', told);
  const batches = batchesOf(chosen);
  const items = batches.flatMap((batch) => batch.map((one) => itemOf(one, batch, exercise)));
  const groups = words.length > 0 ? items.map(({ group }) => group) : [];
  const selected = new Set(
    stamping.choose(items, rule, { all: all === true, groups }).chosen.map(({ name }) => name),
  );
  const results: Result[] = [];
  const take = (result: Result) => {
    results.push(result);
    const line = `${result.name}  ${result.came}  (${result.seconds.toFixed(0)} s)`;
    if (result.problems.length > 0) lines.bad(line, [`It ${result.tries}`, ...result.problems]);
    else lines.good(line);
  };
  for (const upload of uploads) take(uploadResult(exercise, upload));
  const toRun = batches.filter((batch) => batch.some(({ name }) => selected.has(name)));
  const stamp = (item: Item, { problems, seconds }: Result, batch: Batch) => {
    if (problems.length > 0) stamping.broke(item);
    else stamping.held(item, seconds / batch.length);
  };
  if (toRun.length > 0)
    await withSandboxes(size, io, async (pool, signal) => {
      stamping.heed(signal);
      const runOne = (batch: Batch) => runBatch(exercise, batch, pool, signal);
      await runBatches(toRun, runOne, signal, (batch, came) => {
        for (const one of batch) {
          const result = resultOf(one, came);
          take(result);
          // One that got no sandbox was not tried.
          if (!(came instanceof SandboxError)) stamp(itemOf(one, batch, exercise), result, batch);
        }
      });
    });
  const left = toRun.length > 0 ? await removeOrphans(connectDocker(), owner) : 0;
  await stamping.save();
  if (left > 0) lines.bad('containers', [`${String(left)} were left behind`]);
  if (stamping.wasStopped) lines.stopped();
  if (json) io.stdout.write(`${JSON.stringify({ attacks: results, containersLeft: left }, null, 2)}\n`);
  return lines.finish();
}

/** A batch goes as one. */
const itemOf = (attack: Attack, [first]: Batch, exercise: SandboxExercise): Item => ({
  name: attack.name,
  inputs: createHash('sha256')
    .update(JSON.stringify([exercise.digest, attack]))
    .digest('hex'),
  group: first.name,
  isCore: true,
});

function resultOf(attack: Attack, outcome: Came): Result {
  const { name, tries, proves } = attack;
  if (outcome instanceof SandboxError)
    return { name, tries, proves, came: 'no sandbox', problems: [outcome.message], seconds: 0 };
  const { reason, score } = outcome.verdict;
  return {
    ...{ name, tries, proves },
    came: reason ?? `score ${String(score)}`,
    problems: problemsOf(attack, outcome),
    seconds: outcome.heldSeconds,
  };
}

function uploadResult(exercise: SandboxExercise, upload: Upload): Result {
  const { name, tries } = upload;
  const problems = acceptedProblems(exercise, upload);
  const proves = 'it is refused before a sandbox is taken';
  return { name, tries, proves, problems, came: problems.length > 0 ? 'accepted' : 'refused', seconds: 0 };
}
