import { createHash } from 'node:crypto';
import type { Engine, Report, SandboxFile } from '@lakeproof/contracts';
import {
  pageDigest,
  templateDigest,
  type Catalogue,
  type Page,
  type PageBlock,
  type Template,
} from '@lakeproof/curriculum';
import type { Item } from '../stamps/stamp.js';
import { blockProblem, templateProblem } from './judge.js';
import { endOf, pageFiles, resultsOf, templateFiles } from './page-job.js';

/** A page or a template, with what of it is run in a sandbox. */
export interface PageCandidate extends Item {
  readonly label: string;
  /** How much is run, in words. */
  readonly what: string;
  readonly engine: Engine;
  /** What it is run with; undefined for a page without code: it holds when it loads and its links lead somewhere. */
  readonly files: readonly SandboxFile[] | undefined;
  /** What is wrong, one text a problem; none when all holds. */
  judge(report: Report): string[];
}

/**
 * Every page and template, by names such as `day-1-unit-tests/assertions` and `articles/rpc-in-spark`.
 *
 * @param program runs them in the sandbox and says what came: it is a part of each that is run
 */
export function candidatesOf(catalogue: Catalogue, program: string): PageCandidate[] {
  const candidates = contentOf(catalogue);
  return candidates.map((one) => (one.files ? { ...one, inputs: withProgram(one.inputs, program) } : one));
}

const withProgram = (inputs: string, program: string) =>
  createHash('sha256').update(inputs).update(program).digest('hex');

function contentOf(catalogue: Catalogue): PageCandidate[] {
  const days = catalogue.days.flatMap(({ slug, lessons, monday }) =>
    [...lessons, ...(monday ? [monday] : [])].map((page) => pageCandidate(slug, page)),
  );
  return [
    ...days,
    ...catalogue.articles.map((page) => pageCandidate('articles', page)),
    ...catalogue.reference.map((page) => pageCandidate('reference', page)),
    ...catalogue.templates.map((template) => templateCandidate(template)),
  ];
}

function pageCandidate(folder: string, page: Page): PageCandidate {
  const { blocks, engine, label } = page;
  const hasCode = blocks.length > 0;
  return {
    ...item(`${folder}/${page.slug}`, pageDigest(page)),
    label,
    engine,
    what: hasCode ? `${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'} on ${engine}` : 'no code',
    files: hasCode ? pageFiles(page) : undefined,
    judge: (report) => {
      const results = resultsOf(report, blocks.length);
      const problems = blocks.flatMap((block, number) => {
        const problem = blockProblem(block, results[number]);
        return problem === undefined ? [] : [`${label}:${block.line} ${nameOf(block)} ${problem}`];
      });
      return withEnd(problems, report);
    },
  };
}

const templateCandidate = (template: Template): PageCandidate => ({
  ...item(`templates/${template.slug}`, templateDigest(template)),
  label: template.label,
  engine: template.engine,
  what: 'its own tests',
  files: templateFiles(template),
  judge: (report) => {
    const problem = templateProblem(resultsOf(report, 1)[0]);
    return withEnd(problem === undefined ? [] : [`${template.label}: ${problem}`], report);
  },
});

const item = (name: string, inputs: string): Item => ({ name, inputs, group: name, isCore: true });

const nameOf = ({ kind, file }: PageBlock) => (file === undefined ? kind : `${kind}=${file}`);

function withEnd(problems: string[], report: Report): string[] {
  const end = endOf(report);
  return problems.length > 0 && end !== '' ? [...problems, `the sandbox: ${end}`] : problems;
}
