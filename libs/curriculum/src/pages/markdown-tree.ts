import type { Code, Image, Link, Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { ContentProblem } from '../exercise-error.js';
import { readFence } from './fence.js';
import type { PageBlock } from './page.js';

/** A page's Markdown taken apart: its tree, and what is done with its blocks, links and diagrams. */
export interface MarkdownTree {
  readonly root: Root;
  readonly blocks: readonly PageBlock[];
  readonly links: readonly { readonly url: string; readonly line: number }[];
  /** Names of the files in diagrams/. */
  readonly diagrams: readonly string[];
  readonly problems: readonly ContentProblem[];
}

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

/** Parses a page's Markdown and checks what can be checked without other files. */
export function markdownTree(markdown: string): MarkdownTree {
  const root = parser.parse(markdown);
  const { blocks, problems } = codeBlocks(root);
  const links: { url: string; line: number }[] = [];
  const diagrams: string[] = [];
  const problem = (node: Nodes, text: string) =>
    problems.push({ field: `line ${lineOf(node)}`, problem: text });

  visit(root, (node, _index, parent) => {
    if (node.type === 'heading' && node.depth === 1)
      problem(node, 'the title of the front matter is the only first-level heading: begin with ##');
    if (node.type === 'html') problem(node, 'raw HTML is not shown: write it in Markdown');
    if (node.type === 'link' || node.type === 'definition') {
      const wrong = linkProblem(node.url);
      if (wrong) problem(node, wrong);
      else if (isInternal(node.url)) links.push({ url: node.url, line: lineOf(node) });
    }
    if (node.type === 'image') {
      const wrong = imageProblem(node, parent?.type === 'paragraph' && parent.children.length === 1);
      if (wrong) problem(node, wrong);
      else diagrams.push(node.url.replace('diagrams/', ''));
    }
  });
  return { root, blocks, links, diagrams, problems };
}

/**
 * Pairs each block with the output behind it, and marks the tree's code with what it is: `data-role`
 * and `data-file`, which rendering shows.
 */
function codeBlocks(root: Root): { blocks: PageBlock[]; problems: ContentProblem[] } {
  const blocks: PageBlock[] = [];
  const problems: ContentProblem[] = [];
  visit(root, 'code', (node: Code, index = 0, parent) => {
    const fence = readFence(node.lang, node.meta);
    const line = lineOf(node);
    const problem = (text: string) => problems.push({ field: `line ${line}`, problem: text });
    if (typeof fence === 'string') {
      problem(fence);
      return;
    }
    node.data = {
      ...node.data,
      hProperties: { dataRole: fence.kind, ...('file' in fence && { dataFile: fence.file }) },
    };
    if (fence.kind === 'output') {
      const before = parent?.children[index - 1];
      if (before?.type !== 'code' || !hasOutput(before))
        problem('an output block stands directly behind a block that is run');
      return;
    }
    if (fence.kind === 'shown' && node.lang !== 'python') return;
    const next = parent?.children[index + 1];
    const expected = next?.type === 'code' && next.lang === 'output' ? next.value : undefined;
    if (expected === undefined && (fence.kind === 'raises' || fence.kind === 'pytest'))
      problem('needs an output block behind it');
    blocks.push({
      kind: fence.kind,
      code: node.value,
      line,
      ...('file' in fence && { file: fence.file }),
      ...(expected !== undefined && { expected }),
    });
  });
  return { blocks, problems };
}

function hasOutput({ lang, meta }: Code): boolean {
  const fence = readFence(lang, meta);
  return typeof fence !== 'string' && ['run', 'raises', 'sql', 'pytest'].includes(fence.kind);
}

const lineOf = (node: Nodes): number => node.position?.start.line ?? 0;

const isInternal = (url: string) => url.startsWith('#') || url.startsWith('/');

function linkProblem(url: Link['url']): string | undefined {
  if (isInternal(url) || /^(https|mailto):/.test(url)) return undefined;
  return `links to ${url}: write an address of this site (/learn/…), #heading or https://…`;
}

function imageProblem({ url, alt }: Image, alone: boolean): string | undefined {
  if (!/^diagrams\/[a-z0-9]+(-[a-z0-9]+)*\.svg$/.test(url))
    return `shows ${url}: only diagrams/NAME.svg beside the page can be shown`;
  if (!alone) return 'a diagram stands alone in its paragraph';
  if ((alt ?? '').trim().length < 20)
    return 'needs an alt text that says what the diagram shows, in a sentence or two';
  return undefined;
}
