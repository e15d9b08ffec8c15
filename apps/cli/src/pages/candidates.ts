import type { Report, SandboxJob } from '@lakeproof/contracts';
import {
  pageDigest,
  templateDigest,
  type Catalogue,
  type Page,
  type PageBlock,
  type Template,
} from '@lakeproof/curriculum';
import { blockProblem, templateProblem } from './judge.js';
import { endOf, pageJob, resultsOf, templateJob } from './page-job.js';

/** A page or a template, with what of it is run in a sandbox. */
export interface PageCandidate {
  /** `day-1-unit-tests/assertions`, `articles/rpc-in-spark`. */
  readonly slug: string;
  readonly label: string;
  /** How much is run, in words. */
  readonly what: string;
  readonly digest: string;
  /** Undefined for a page without code: it holds when it loads and its links lead somewhere. */
  readonly job: (() => Promise<SandboxJob>) | undefined;
  /** What is wrong, one text a problem; none when all holds. */
  judge(report: Report): string[];
}

/** Every page and template. */
export function candidatesOf(catalogue: Catalogue, runnerDigest: string): PageCandidate[] {
  const days = catalogue.days.flatMap(({ slug, lessons, monday }) =>
    [...lessons, ...(monday ? [monday] : [])].map((page) => pageCandidate(slug, page, runnerDigest)),
  );
  return [
    ...days,
    ...catalogue.articles.map((page) => pageCandidate('articles', page, runnerDigest)),
    ...catalogue.reference.map((page) => pageCandidate('reference', page, runnerDigest)),
    ...catalogue.templates.map((template) => templateCandidate(template, runnerDigest)),
  ];
}

function pageCandidate(folder: string, page: Page, runnerDigest: string): PageCandidate {
  const { blocks } = page;
  const hasCode = blocks.length > 0;
  return {
    slug: `${folder}/${page.slug}`,
    label: page.label,
    what: hasCode
      ? `${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'} on ${page.engine}`
      : 'no code',
    digest: pageDigest(page, runnerDigest),
    job: hasCode ? () => pageJob(page) : undefined,
    judge: (report) => {
      const results = resultsOf(report, blocks.length);
      const problems = blocks.flatMap((block, number) => {
        const problem = blockProblem(block, results[number]);
        return problem === undefined ? [] : [`${page.label}:${block.line} ${nameOf(block)} ${problem}`];
      });
      return withEnd(problems, report);
    },
  };
}

const templateCandidate = (template: Template, runnerDigest: string): PageCandidate => ({
  slug: `templates/${template.slug}`,
  label: template.label,
  what: 'its own tests',
  digest: templateDigest(template, runnerDigest),
  job: () => templateJob(template),
  judge: (report) => {
    const problem = templateProblem(resultsOf(report, 1)[0]);
    return withEnd(problem === undefined ? [] : [`${template.label}: ${problem}`], report);
  },
});

const nameOf = ({ kind, file }: PageBlock) => (file === undefined ? kind : `${kind}=${file}`);

function withEnd(problems: string[], report: Report): string[] {
  const end = endOf(report);
  return problems.length > 0 && end !== '' ? [...problems, `the sandbox: ${end}`] : problems;
}
