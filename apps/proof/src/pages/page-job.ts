import { readFile } from 'node:fs/promises';
import type { Engine, Report, SandboxFile, SandboxJob } from '@lakeproof/contracts';
import type { Page, Template } from '@lakeproof/curriculum';
import { z } from 'zod';
import type { BlockResult } from './compare.js';

/** Stands beside this file, and beside the bundle. */
const programFile = new URL('./test_page.py', import.meta.url);

/** The program that runs a page's blocks in the sandbox. */
export const pageProgram = () => readFile(programFile, 'utf8');

const mark = 'lakeproof-block:';

interface Step {
  readonly kind: string;
  readonly code: string;
  readonly file?: string;
}

/** What a page is run with: each of its blocks is a hidden test, in one process and one folder. */
export const pageFiles = ({ blocks }: Pick<Page, 'blocks'>): SandboxFile[] => [
  steps(blocks.map(({ kind, code, file }) => ({ kind, code, ...(file !== undefined && { file }) }))),
];

/** What a template's own tests are run with, from its folder. */
export const templateFiles = ({ files }: Pick<Template, 'files'>): SandboxFile[] => [
  steps([{ kind: 'template', code: '', file: 'template' }]),
  ...files.map(({ path, content }) => ({ path: `template/${path}`, content })),
];

const steps = (blocks: readonly Step[]) => ({ path: 'page.json', content: JSON.stringify({ blocks }) });

/** The job that runs pages of one engine by the program, each as a variant by its name. */
export function pagesJob(
  engine: Engine,
  pages: readonly { readonly name: string; readonly files: readonly SandboxFile[] }[],
  program: string,
): SandboxJob {
  return {
    mode: 'code',
    engine,
    reference: [{ path: 'test_page.py', content: program }],
    submission: [],
    variants: pages.map(({ name, files }) => ({
      name,
      kind: 'correct',
      conf: {},
      overlay: [],
      submission: files,
    })),
    limits: {
      seconds: 120 * pages.length,
      variantSeconds: 110,
      memoryMiB: engine === 'cluster' ? 3072 : 2048,
    },
  };
}

/** What a report says of one of the pages. */
export function reportOn(report: Report, name: string): Report {
  const of = <T extends { readonly variant: string }>(events: readonly T[]) =>
    events.filter(({ variant }) => variant === name);
  return {
    ...report,
    collected: of(report.collected),
    tests: of(report.tests),
    variants: of(report.variants),
    notes: of(report.notes),
  };
}

const resultSchema = z.strictObject({
  printed: z.string(),
  raised: z.string().nullable(),
  where: z.string(),
});

/** What each block came to, in order; undefined where the sandbox says nothing of it. */
export function resultsOf({ tests }: Pick<Report, 'tests'>, blocks: number): (BlockResult | undefined)[] {
  return Array.from({ length: blocks }, (_, number) => {
    const test = tests.find(({ id }) => id === `test_page.py::test_block[${number}]`);
    const line = test?.output.split('\n').find((text) => text.startsWith(mark));
    if (line === undefined) return undefined;
    try {
      return resultSchema.parse(JSON.parse(line.slice(mark.length)));
    } catch {
      return { printed: '', raised: 'TooMuchOutput: more was printed than a test may print', where: '' };
    }
  });
}

/** Why a sandbox ended before its job was done; empty when it came to its end. */
export function endOf({ end, variants, collected }: Pick<Report, 'end' | 'variants' | 'collected'>): string {
  const failures = collected.flatMap((collection) => collection.failures.map(({ message }) => message));
  const unfinished = variants.filter((variant) => variant.end !== 'finished');
  return [
    ...(end.kind === 'done' ? [] : [end.kind === 'broken' ? end.detail : end.kind]),
    ...unfinished.map((variant) => `${variant.end}: ${variant.message}`),
    ...failures,
  ].join('\n');
}
