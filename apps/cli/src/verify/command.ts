import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectDocker, runnerDigest, runnerImage, type SandboxPool } from '@lakeproof/sandbox';
import { Command } from 'commander';
import type { Io } from '../io.js';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import { withSandboxes } from '../sandboxes.js';
import { prettyJson } from '../pretty-json.js';
import { candidatesIn } from './candidates.js';
import { inWords } from './outcome.js';
import { shortSelection } from './selection.js';
import { verifyExercise, type Candidate, type Verified } from './verify-exercise.js';

interface Options {
  readonly all?: boolean;
  readonly update?: boolean;
}

/**
 * `npm run verify:exercises`: proves that the checks of each exercise can fail. Without a name, those that
 * changed and six others.
 *
 * @returns 0 when all hold, 1 when one doesn't, 2 for a wrong command line, 3 when there are no sandboxes
 */
export async function runVerify(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('verify:exercises')
    .description('Verifies exercises: those that changed and six others in rotation, unless told')
    .argument('[slug...]', 'these exercises only')
    .option('--all', 'all exercises')
    .option('--update', 'write what they come to into golden.json');
  return runProgram(program, args, io, (slugs: string[], options: Options) => verify(slugs, options, io));
}

async function verify(slugs: readonly string[], { all, update }: Options, io: Io): Promise<number> {
  const image = await runnerDigest(connectDocker(), runnerImage(io.env));
  const { ready, problems } = await candidatesIn(io.env.EXERCISES_DIR ?? 'exercises', slugs, image);
  const chosen = all || slugs.length > 0 ? ready : short(ready);
  const lines = new Lines(io);
  for (const problem of problems) lines.bad(problem, []);
  const needsNone = chosen.every(({ exercise }) => exercise.mode === 'quiz');
  if (chosen.length > 0)
    await withSandboxes({ warm: needsNone ? 0 : 1, atOnce: 1 }, io, async (pool, signal) => {
      for (const candidate of chosen) {
        if (signal.aborted) break;
        await verifyOne(candidate, pool, signal, { update: update === true, lines });
      }
    });
  return lines.finish();
}

function short(candidates: readonly Candidate[]): Candidate[] {
  const selected = new Set(
    shortSelection(
      candidates.map(({ exercise, digest }) => ({
        slug: exercise.slug,
        stale: exercise.golden?.digest !== digest,
      })),
      Date.now(),
    ),
  );
  return candidates.filter(({ exercise }) => selected.has(exercise.slug));
}

async function verifyOne(
  candidate: Candidate,
  pool: SandboxPool,
  signal: AbortSignal,
  { update, lines }: { update: boolean; lines: Lines },
): Promise<void> {
  const { exercise, digest } = candidate;
  const start = performance.now();
  const verified = await verifyExercise(candidate, pool, signal);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const came = Object.entries(verified.golden.outcomes).map(
    ([name, outcome]) => `${name} ${inWords(outcome)}`,
  );
  const line = `${exercise.slug}  ${came.join(' · ')}  (${seconds} s)`;
  if (verified.broken.length > 0) {
    lines.bad(line, [...verified.broken, ...verified.changed]);
    return;
  }
  if (update) {
    await writeGolden(exercise.place.path, verified);
    lines.good(
      line,
      verified.changed.map((change) => `written: ${change}`),
    );
    return;
  }
  if (verified.changed.length > 0) {
    lines.bad(line, [...verified.changed, howToUpdate(exercise.slug, 'If this is how it should be')]);
    return;
  }
  const stale = exercise.golden?.digest !== digest;
  lines.good(
    line,
    stale ? [howToUpdate(exercise.slug, 'It holds, but golden.json was written for another version')] : [],
  );
}

const writeGolden = (folder: string, { golden }: Verified) =>
  writeFile(join(folder, 'golden.json'), prettyJson(golden));

const howToUpdate = (slug: string, when: string) => `${when}: npm run verify:exercises -- ${slug} --update`;
