import { readFile } from 'node:fs/promises';
import type { Engine, Report, SandboxFile, SandboxJob } from '@lakeproof/contracts';
import type { Page, Template } from '@lakeproof/curriculum';
import { z } from 'zod';
import type { BlockResult } from './compare.js';

/** Stands beside this file, and beside the bundle. */
const runner = new URL('./test_page.py', import.meta.url);
const mark = 'lakeproof-block:';

interface Step {
  readonly kind: string;
  readonly code: string;
  readonly file?: string;
}

/** The job that runs a page's blocks: each is a hidden test, in one process and one folder. */
export const pageJob = ({ engine, blocks }: Pick<Page, 'engine' | 'blocks'>): Promise<SandboxJob> =>
  job(
    engine,
    blocks.map(({ kind, code, file }) => ({ kind, code, ...(file !== undefined && { file }) })),
    [],
  );

/** The job that runs a template's own tests, from its folder. */
export const templateJob = ({ engine, files }: Pick<Template, 'engine' | 'files'>): Promise<SandboxJob> =>
  job(
    engine,
    [{ kind: 'template', code: '', file: 'template' }],
    files.map(({ path, content }) => ({ path: `template/${path}`, content })),
  );

async function job(
  engine: Engine,
  blocks: readonly Step[],
  files: readonly SandboxFile[],
): Promise<SandboxJob> {
  return {
    mode: 'code',
    engine,
    reference: [
      { path: 'test_page.py', content: await readFile(runner, 'utf8') },
      { path: 'page.json', content: JSON.stringify({ blocks }) },
    ],
    submission: files,
    variants: [{ name: 'reference', kind: 'correct', conf: {}, overlay: [] }],
    limits: { seconds: 120, variantSeconds: 110, memoryMiB: engine === 'cluster' ? 3072 : 2048 },
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
