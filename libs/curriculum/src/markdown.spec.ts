import { describe, expect, it } from '@jest/globals';
import { renderMarkdown } from './markdown.js';

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\`\n`;

describe('rendered Markdown', () => {
  it.each([
    ['python', 'def f(x):\n    return x'],
    ['sql', 'SELECT 1 FROM orders'],
    ['bash', 'echo "$HOME"'],
  ])('highlights %s for both themes, and keeps that through sanitising', async (language, code) => {
    const html = await renderMarkdown(fence(language, code));
    expect(html).toMatch(/<pre class="shiki [^"]*" style="--shiki-light:[^"]*--shiki-dark-bg:/);
    // More than one colour: the grammar was really there.
    expect(new Set(html.match(/--shiki-light:#[0-9A-F]+/gi)).size).toBeGreaterThan(1);
    expect(html).not.toMatch(/[^-]color:/);
  });

  it.each(['rust', ''])('shows code of language "%s" as plain text', async (language) => {
    const html = await renderMarkdown(fence(language, 'fn main() { a < b }'));
    expect(html).toContain('<span>fn main() { a &#x3C; b }</span>');
  });

  it('gives headings anchors', async () => {
    expect(await renderMarkdown('## What the *functions* promise\n\n## Again\n\n## Again')).toBe(
      [
        '<h2 id="what-the-functions-promise"><a class="anchor" href="#what-the-functions-promise">What the <em>functions</em> promise</a></h2>',
        '<h2 id="again"><a class="anchor" href="#again">Again</a></h2>',
        '<h2 id="again-1"><a class="anchor" href="#again-1">Again</a></h2>',
      ].join('\n'),
    );
  });

  it("knows GitHub's tables and task lists", async () => {
    expect(await renderMarkdown('| a |\n|---|\n| 1 |')).toContain('<td>1</td>');
    expect(await renderMarkdown('- [x] done')).toContain('<input type="checkbox" checked disabled>');
  });

  it('links footnotes to where they are', async () => {
    const html = await renderMarkdown('Text[^1].\n\n[^1]: Note.');
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${String(id)}"`);
  });

  it.each([
    ['raw HTML', '<script>alert(1)</script><b onclick="x()">x</b>'],
    ['links that run code', '[x](javascript:alert(1))'],
    ['images that run code', '![x](javascript:alert(1))'],
    ['data links', '[x](data:text/html,<script>alert(1)</script>)'],
  ])('holds no %s', async (_, markdown) => {
    expect(await renderMarkdown(markdown)).not.toMatch(/<script|onclick|javascript:|data:text/);
  });

  it('leaves front matter out', async () => {
    expect(await renderMarkdown('---\ntitle: x\n---\ntext')).toBe('<p>text</p>');
  });
});
