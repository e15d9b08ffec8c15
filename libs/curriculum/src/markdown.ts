import rehypeShikiFromHighlighter from '@shikijs/rehype/core';
import rehypeAutolinkHeadings from 'rehype-autolink-headings';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import type { Options as SanitizeSchema } from 'rehype-sanitize';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { sharedHighlighter } from './highlighter.js';

/** The only ids at that point are footnotes', prefixed by remark-rehype already: twice breaks their links. */
export const sanitised: SanitizeSchema = { ...defaultSchema, clobberPrefix: '' };

/** Both themes as CSS variables, which the page's style sheet chooses from. */
export const highlighting = {
  themes: { light: 'github-light-default', dark: 'github-dark-default' },
  defaultColor: false,
  defaultLanguage: 'text',
  fallbackLanguage: 'text',
  lazy: true,
} as const;

/**
 * Renders Markdown (GitHub's flavour; front matter and raw HTML are left out) to HTML that is safe to
 * insert. Headings have anchors. Code carries both themes as CSS variables: `--shiki-light` and
 * `--shiki-dark` (and `-bg`), which the page's style sheet chooses from.
 */
export async function renderMarkdown(markdown: string): Promise<string> {
  const highlighter = await sharedHighlighter();
  const file = await unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkGfm)
    .use(remarkRehype)
    // Everything an author wrote is cleaned here. It keeps class="language-x", from which the plugins
    // below make ids and styles of their own; run after them, it would take those away again.
    .use(rehypeSanitize, sanitised)
    .use(rehypeSlug)
    .use(rehypeAutolinkHeadings, { behavior: 'wrap', properties: { className: ['anchor'] } })
    .use(rehypeShikiFromHighlighter, highlighter, highlighting)
    .use(rehypeStringify)
    .process(markdown);
  return String(file);
}
