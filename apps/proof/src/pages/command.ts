import { engineSchema, type Engine, type Report } from '@lakeproof/contracts';
import { loadCatalogue } from '@lakeproof/curriculum';
import { withSandboxes } from '@lakeproof/sandbox';
import { type Io, SentenceError } from '@lakeproof/terminal';
import { Command } from 'commander';
import { runProgram } from '../run-program.js';
import { Lines } from '../lines.js';
import type { Rule } from '../stamps/selection.js';
import { Stamping } from '../stamps/stamping.js';
import { candidatesOf, type PageCandidate } from './candidates.js';
import { pageProgram, pagesJob, reportOn } from './page-job.js';

interface Options {
  readonly all?: boolean;
}

const rule: Rule = { content: 'all', stock: 'all', semantics: 'all', mechanics: 'eighth', host: 'eighth' };

/**
 * `npm run verify:pages`: runs the blocks of pages and the tests of templates in the sandbox, and compares what comes
 * with what the pages show. Without a name, those that changed and an eighth of the others; what held is stamped.
 *
 * @returns 0 when all hold, 1 when one doesn't, 2 for a wrong command line, 3 when there are no sandboxes
 */
export async function runVerifyPages(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('verify:pages')
    .description(
      'Runs the code of pages and templates: what changed and an eighth of the others in turn, unless told',
    )
    .argument('[slug...]', 'these only: a slug, or day/slug')
    .option('--all', 'all of them');
  return runProgram(program, args, io, (slugs: string[], options: Options) => verify(slugs, options, io));
}

async function verify(slugs: readonly string[], { all = false }: Options, io: Io): Promise<number> {
  const stamping = await Stamping.of('pages', io);
  const catalogue = await loadCatalogue(io.env.EXERCISES_DIR ?? 'exercises');
  const program = await pageProgram();
  const candidates = candidatesOf(catalogue, program);
  const groups = named(candidates, slugs);
  const { chosen } = stamping.choose(candidates, rule, { all, groups });
  const lines = new Lines(io);
  const wanted = candidates.filter((candidate) => chosen.includes(candidate));
  const ours = slugs.length === 0 ? catalogue.problems : problemsOf(wanted, catalogue.problems);
  for (const problem of ours) lines.bad(problem, []);
  const take = (candidate: PageCandidate, problems: readonly string[], seconds: number) => {
    const line = `${candidate.name}  ${candidate.what}`;
    if (problems.length > 0) {
      lines.bad(line, problems);
      stamping.broke(candidate);
    } else {
      lines.good(line);
      stamping.held(candidate, seconds);
    }
  };
  for (const candidate of wanted)
    if (!candidate.files && problemsOf([candidate], catalogue.problems).length === 0) take(candidate, [], 0);
  const toRun = wanted.filter(isRun);
  try {
    await withSandboxes({ warm: toRun.length > 0 ? 1 : 0, atOnce: 1 }, io, async (pool, signal) => {
      stamping.heed(signal);
      const run: Run = async (engine, pages) => {
        const sandbox = await pool.take();
        return sandbox.grade(pagesJob(engine, pages, program), undefined, { signal });
      };
      for (const engine of engineSchema.options) {
        const pages = toRun.filter((candidate) => candidate.engine === engine);
        await verifyTogether(engine, pages, run, signal, take);
      }
    });
  } finally {
    await stamping.save();
  }
  if (stamping.wasStopped) lines.stopped();
  return lines.finish();
}

type RunCandidate = PageCandidate & { readonly files: NonNullable<PageCandidate['files']> };

/** Runs them in one sandbox. */
type Run = (engine: Engine, pages: readonly RunCandidate[]) => Promise<Report>;

const isRun = (candidate: PageCandidate): candidate is RunCandidate => candidate.files !== undefined;

/** All pages of an engine in one sandbox; one that doesn't hold there is run once more, alone: that is what stands. */
async function verifyTogether(
  engine: Engine,
  pages: readonly RunCandidate[],
  run: Run,
  signal: AbortSignal,
  take: (candidate: PageCandidate, problems: readonly string[], seconds: number) => void,
): Promise<void> {
  const isStopped = () => signal.aborted;
  if (pages.length === 0 || isStopped()) return;
  const report = await run(engine, pages);
  for (const page of pages) {
    const mine = reportOn(report, page.name);
    const problems = page.judge(mine);
    const isAlone = pages.length === 1;
    const again = problems.length > 0 && !isAlone && !isStopped() ? await run(engine, [page]) : undefined;
    if (isStopped()) return;
    const seconds = mine.variants.reduce((sum, variant) => sum + variant.seconds, 0);
    take(page, again ? page.judge(reportOn(again, page.name)) : problems, seconds);
  }
}

/** @throws SentenceError for a slug that is none */
function named(candidates: readonly PageCandidate[], slugs: readonly string[]): string[] {
  const fits = (wanted: string) => (candidate: PageCandidate) =>
    candidate.name === wanted || candidate.name.endsWith(`/${wanted}`);
  const unknown = slugs.filter((slug) => !candidates.some(fits(slug)));
  if (unknown.length > 0)
    throw new SentenceError(
      `There is no page or template ${unknown.join(', ')} that could be loaded. There are: ${candidates.map(({ name }) => name).join(', ')}.`,
    );
  return candidates
    .filter((candidate) => slugs.some((slug) => fits(slug)(candidate)))
    .map(({ group }) => group);
}

const problemsOf = (chosen: readonly PageCandidate[], problems: readonly string[]) =>
  problems.filter((problem) => chosen.some(({ label }) => problem.startsWith(`${label}:`)));
