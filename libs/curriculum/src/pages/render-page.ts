import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { highlighting, sanitised } from '../markdown.js';
import { sharedHighlighter } from '../highlighter.js';
import { diagramFigure } from './diagram.js';
import type { Heading } from './page.js';

export interface RenderedPage {
  readonly html: string;
  readonly toc: readonly Heading[];
  readonly anchors: ReadonlySet<string>;
}

/** As for all Markdown; code keeps what it is, from its fence. */
const pageSchema = {
  ...sanitised,
  attributes: {
    ...sanitised.attributes,
    code: [...(defaultSchema.attributes?.code ?? []), 'dataRole', 'dataFile'],
  },
};

/**
 * Renders a page: highlighted code with its output attached, tables that scroll, diagrams put in.
 * @param diagrams checked ones, by their address in the page
 */
export async function renderPage(root: Root, diagrams: ReadonlyMap<string, Element>): Promise<RenderedPage> {
  const highlighter = await sharedHighlighter();
  const toc: Heading[] = [];
  const anchors = new Set<string>();
  const pipeline = unified()
    .use(remarkRehype)
    .use(rehypeSanitize, pageSchema)
    .use(rehypeSlug)
    .use(() => (tree: HtmlRoot) => {
      noteHeadings(tree, toc, anchors);
    })
    .use(rehypeAutolinkHeadings, { behavior: 'wrap', properties: { className: ['anchor'] } })
    .use(() => (tree: HtmlRoot) => {
      frameTables(tree);
      frameCode(tree);
      placeDiagrams(tree, diagrams);
    })
    .use(rehypeShikiFromHighlighter, highlighter, highlighting)
    .use(rehypeStringify);
  return { html: pipeline.stringify(await pipeline.run(root)), toc, anchors };
}

function noteHeadings(tree: HtmlRoot, toc: Heading[], anchors: Set<string>): void {
  visit(tree, 'element', ({ tagName, properties, children }) => {
    const { id } = properties;
    if (typeof id !== 'string') return;
    anchors.add(id);
    if ((tagName === 'h2' || tagName === 'h3') && id !== 'footnote-label')
      toc.push({ id, text: plainText(children), level: tagName === 'h2' ? 2 : 3 });
  });
}

const plainText = (nodes: readonly ElementContent[]): string =>
  nodes
    .map((node) => (node.type === 'element' ? plainText(node.children) : 'value' in node ? node.value : ''))
    .join('');

const box = (tagName: string, properties: Element['properties'], children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** A wide table scrolls by itself, by keyboard too. */
function frameTables(tree: HtmlRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    const frame = { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: 'Table' };
    parent.children[index] = box('div', frame, [node]);
    return index + 1;
  });
}

/** Each block of code in a figure: its file's name above, what it printed attached below. */
function frameCode(tree: HtmlRoot): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'pre' || !parent || index === undefined) return;
    const code = codeIn(node);
    const role = code?.properties.dataRole;
    if (!code || typeof role !== 'string') return;
    const file = code.properties.dataFile;
    delete code.properties.dataRole;
    delete code.properties.dataFile;
    const children: ElementContent[] = [];
    if (typeof file === 'string')
      children.push(box('figcaption', { className: ['code-name'] }, [{ type: 'text', value: file }]));
    const copy = box('button', { type: 'button', className: ['code-copy'] }, [
      { type: 'text', value: 'Copy' },
    ]);
    children.push(box('div', { className: ['code-block'] }, [node, copy]));
    const output = outputBehind(parent.children, index);
    if (output) {
      const printed = parent.children[output] as Element;
      const shown = codeIn(printed);
      delete shown?.properties.dataRole;
      children.push(
        box('div', { className: ['code-output'] }, [
          box('p', { className: ['code-label'] }, [{ type: 'text', value: outputLabel[role] ?? 'Output' }]),
          printed,
        ]),
      );
      parent.children.splice(index + 1, output - index);
    }
    parent.children[index] = box('figure', { className: ['code'], dataRole: role }, children);
    return index + 1;
  });
}

const outputLabel: Readonly<Record<string, string>> = { raises: 'Raises', pytest: 'pytest' };

const codeIn = ({ children }: Element): Element | undefined =>
  children.find((child): child is Element => child.type === 'element' && child.tagName === 'code');

/** Index of the output block that follows the block at `index`, with only blank text between. */
function outputBehind(siblings: readonly (ElementContent | HtmlRoot['children'][number])[], index: number) {
  for (let next = index + 1; next < siblings.length; next += 1) {
    const sibling = siblings[next];
    if (sibling?.type === 'text' && sibling.value.trim() === '') continue;
    const isOutput =
      sibling?.type === 'element' &&
      sibling.tagName === 'pre' &&
      codeIn(sibling)?.properties.dataRole === 'output';
    return isOutput ? next : undefined;
  }
  return undefined;
}

function placeDiagrams(tree: HtmlRoot, diagrams: ReadonlyMap<string, Element>): void {
  visit(tree, 'element', (node, index, parent) => {
    const [image] = node.children;
    if (node.tagName !== 'p' || image?.type !== 'element' || image.tagName !== 'img') return;
    const { src, alt, title } = image.properties;
    const svg = diagrams.get(String(src));
    if (!svg || !parent || index === undefined) return;
    parent.children[index] = diagramFigure(svg, String(alt), typeof title === 'string' ? title : undefined);
    return index + 1;
  });
}
