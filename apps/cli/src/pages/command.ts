import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCatalogue } from '@lakeproof/curriculum';
import { connectDocker, runnerDigest, runnerImage, type SandboxPool } from '@lakeproof/sandbox';
import { Command } from 'commander';
import { z } from 'zod';
import type { Io } from '../io.js';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import { withSandboxes } from '../sandboxes.js';
import { SentenceError } from '../sentence-error.js';
import { shortSelection } from '../verify/selection.js';
import { candidatesOf, type PageCandidate } from './candidates.js';

interface Options {
  readonly all?: boolean;
  readonly update?: boolean;
}

/**
 * `npm run verify:pages`: runs the blocks of pages and the tests of templates in the sandbox, and compares what comes
 * with what the pages show. Without a name, those that changed and six others.
 *
 * @returns 0 when all hold, 1 when one doesn't, 2 for a wrong command line, 3 when there are no sandboxes
 */
export async function runVerifyPages(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('verify:pages')
    .description(
      'Runs the code of pages and templates: those that changed and six others in rotation, unless told',
    )
    .argument('[slug...]', 'these only: a slug, or day/slug')
    .option('--all', 'all of them')
    .option('--update', 'remember in verified-pages.json which versions hold');
  return runProgram(program, args, io, (slugs: string[], options: Options) => verify(slugs, options, io));
}

async function verify(slugs: readonly string[], { all, update }: Options, io: Io): Promise<number> {
  const folder = io.env.EXERCISES_DIR ?? 'exercises';
  const image = await runnerDigest(connectDocker(), runnerImage(io.env));
  const catalogue = await loadCatalogue(folder);
  const candidates = candidatesOf(catalogue, image);
  const record = join(folder, 'verified-pages.json');
  const verified = await readRecord(record);
  const chosen = all ? candidates : slugs.length > 0 ? named(candidates, slugs) : short(candidates, verified);
  const lines = new Lines(io);
  const ours = slugs.length === 0 ? catalogue.problems : problemsOf(chosen, catalogue.problems);
  for (const problem of ours) lines.bad(problem, []);
  const held = new Map(Object.entries(verified));
  const toRun: RunCandidate[] = [];
  for (const candidate of chosen) {
    if (isRun(candidate)) toRun.push(candidate);
    else if (problemsOf([candidate], catalogue.problems).length === 0) {
      lines.good(`${candidate.slug}  ${candidate.what}`);
      held.set(candidate.slug, candidate.digest);
    }
  }
  if (toRun.length > 0)
    await withSandboxes({ warm: 1, atOnce: 1 }, io, async (pool, signal) => {
      for (const candidate of toRun) {
        if (signal.aborted) break;
        if (await verifyOne(candidate, pool, signal, lines)) held.set(candidate.slug, candidate.digest);
      }
    });
  if (update) await writeRecord(record, held, candidates);
  return lines.finish();
}

type RunCandidate = PageCandidate & { readonly job: NonNullable<PageCandidate['job']> };

const isRun = (candidate: PageCandidate): candidate is RunCandidate => candidate.job !== undefined;

/** @returns whether it holds */
async function verifyOne(
  candidate: RunCandidate,
  pool: SandboxPool,
  signal: AbortSignal,
  lines: Lines,
): Promise<boolean> {
  const start = performance.now();
  const job = await candidate.job();
  const sandbox = await pool.take();
  const report = await sandbox.grade(job, undefined, { signal });
  const problems = candidate.judge(report);
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const line = `${candidate.slug}  ${candidate.what}  (${seconds} s)`;
  if (problems.length > 0) lines.bad(line, problems);
  else lines.good(line, []);
  return problems.length === 0;
}

function named(candidates: readonly PageCandidate[], slugs: readonly string[]): PageCandidate[] {
  const fits = (wanted: string) => (candidate: PageCandidate) =>
    candidate.slug === wanted || candidate.slug.endsWith(`/${wanted}`);
  const unknown = slugs.filter((slug) => !candidates.some(fits(slug)));
  if (unknown.length > 0)
    throw new SentenceError(
      `There is no page or template ${unknown.join(', ')} that could be loaded. There are: ${candidates.map(({ slug }) => slug).join(', ')}.`,
    );
  return candidates.filter((candidate) => slugs.some((slug) => fits(slug)(candidate)));
}

const problemsOf = (chosen: readonly PageCandidate[], problems: readonly string[]) =>
  problems.filter((problem) => chosen.some(({ label }) => problem.startsWith(`${label}:`)));

function short(
  candidates: readonly PageCandidate[],
  verified: Readonly<Record<string, string>>,
): PageCandidate[] {
  const selected = new Set(
    shortSelection(
      candidates.map(({ slug, digest }) => ({ slug, stale: verified[slug] !== digest })),
      Date.now(),
    ),
  );
  return candidates.filter(({ slug }) => selected.has(slug));
}

/** Digests by slug, of what held when they were written. */
async function readRecord(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    throw new SentenceError(`${file} can't be used: remove it, then run verify:pages -- --all --update.`);
  }
}

async function writeRecord(
  file: string,
  held: ReadonlyMap<string, string>,
  candidates: readonly PageCandidate[],
): Promise<void> {
  const kept = candidates.flatMap(({ slug, digest }) => (held.get(slug) === digest ? [[slug, digest]] : []));
  await writeFile(file, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
}
