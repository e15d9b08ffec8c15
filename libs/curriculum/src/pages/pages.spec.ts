import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { temporaryFolder, writeFiles } from '../testing/exercise-folder.js';
import { loadTemplate, templateZip } from '../templates.js';
import { loadArticle } from './load-page.js';
import type { Page } from './page.js';

const matter = '---\ntitle: RPC\nminutes: 9\nsummary: What a message costs.\nconcepts: [rpc]\n---\n';
const fence = (words: string, code: string) => `\`\`\`${words}\n${code}\n\`\`\`\n\n`;
const svg = (inner: string, attributes = 'viewBox="0 0 10 10"') => `<svg ${attributes}>${inner}</svg>`;
const alt = 'An executor that sends a heartbeat to the driver';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const root = () => ({ path: folder.path, label: 'exercises' });
async function article(markdown: string, diagram = svg('<rect class="d-box"/>')): Promise<Page> {
  await writeFiles(folder.path, { 'articles/rpc.md': matter + markdown, 'articles/diagrams/a.svg': diagram });
  return loadArticle(root(), 'rpc');
}

describe('the code blocks of a page', () => {
  it('come with the output that stands behind them', async () => {
    const { blocks } = await article(
      fence('python file=pipeline.py', 'x = 1') +
        fence('python run', 'print(1)') +
        fence('output', '1') +
        fence('bash', 'ls') +
        fence('python shown', 'dbutils.fs') +
        fence('sql run', 'SELECT 1'),
    );
    expect(blocks).toEqual([
      { kind: 'file', code: 'x = 1', file: 'pipeline.py', line: 7 },
      { kind: 'run', code: 'print(1)', expected: '1', line: 11 },
      { kind: 'shown', code: 'dbutils.fs', line: 23 },
      { kind: 'sql', code: 'SELECT 1', line: 27 },
    ]);
  });

  it('are shown with the name of their file and their output attached', async () => {
    const { html } = await article(
      fence('python pytest=test_x.py', 'def test_a(): ...') + fence('output', 'PASSED test_x.py::test_a'),
    );
    expect(html).toContain('<figure class="code" data-role="pytest"><figcaption class="code-name">test_x.py');
    expect(html).toMatch(
      /<\/pre><button type="button" class="code-copy">Copy<\/button><\/div><div class="code-output"><p class="code-label">pytest<\/p><pre/,
    );
    expect(html).toContain('PASSED test_x.py::test_a');
  });

  it.each([
    ['a language nobody knows', fence('ruby', 'x'), 'line 7: ruby is no language of the pages'],
    ['no language', fence('', 'x'), 'line 7: a code block needs a language'],
    ['python that nothing becomes of', fence('python', 'x'), 'line 7: a python block has to say'],
    ['a word nobody knows', fence('python runs', 'x'), 'line 7: "runs" says nothing known'],
    ['run for what can not be run', fence('json run', '{}'), 'line 7: run is for python and sql'],
    ['an output of nothing', fence('output', '1'), 'line 7: an output block stands directly behind'],
    [
      'an output of shown code',
      fence('python shown', 'x') + fence('output', '1'),
      'line 11: an output block stands',
    ],
    ['an exception without its text', fence('python run raises', 'x'), 'line 7: needs an output block'],
    [
      'a file outside its folder',
      fence('python file=../x.py', 'x'),
      'line 7: ../x.py must be a relative path',
    ],
    ['tests pytest would not find', fence('python pytest=x.py', 'x'), 'line 7: x.py must be called test_'],
  ])('are refused with %s', async (_, markdown, says) => {
    await expect(article(markdown)).rejects.toThrow(`exercises/articles/rpc.md: ${says}`);
  });
});

describe('a page', () => {
  it('has a table of contents of its second and third level', async () => {
    const { toc } = await article('## What `ask` is\n\n### Time-outs\n\n#### Deeper\n');
    expect(toc).toEqual([
      { id: 'what-ask-is', text: 'What ask is', level: 2 },
      { id: 'time-outs', text: 'Time-outs', level: 3 },
    ]);
  });

  it.each([
    ['a second title', '# RPC', 'line 7: the title of the front matter is the only first-level heading'],
    ['raw HTML', '<b>x</b>', 'line 7: raw HTML is not shown'],
    ['a relative link', '[x](../day-1/x.md)', 'line 7: links to ../day-1/x.md'],
    ['an image from elsewhere', `![${alt}](https://x.test/x.svg)`, 'line 7: shows https://x.test/x.svg'],
    ['a diagram without a description', '![x](diagrams/a.svg)', 'line 7: needs an alt text'],
  ])('is refused with %s', async (_, markdown, says) => {
    await expect(article(markdown)).rejects.toThrow(`exercises/articles/rpc.md: ${says}`);
  });
});

describe('a diagram', () => {
  const shown = (diagram: string) => article(`![${alt}](diagrams/a.svg 'A beat')\n`, diagram);

  it('stands in the page, with its description as its name and ids of its own', async () => {
    const arrow = '<marker id="head"><path class="d-head" d="M0 0"/></marker><path marker-end="url(#head)"/>';
    const { html } = await shown(svg(arrow));
    expect(html).toContain(`role="img" aria-label="${alt}"`);
    expect(html).toContain('id="a-head"');
    expect(html).toContain('marker-end="url(#a-head)"');
    expect(html).toContain('<figcaption>A beat</figcaption>');
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>'), '<script>: may not be in a diagram'],
    ['a handler', svg('<rect onclick="x()"/>'), '<rect> onClick="x()": may not'],
    ['a style sheet', svg('<style>rect{}</style>'), '<style>: may not'],
    ['a link', svg('<a href="https://x.test"><rect/></a>'), '<a>: may not'],
    ['a reference to elsewhere', svg('<path marker-end="url(https://x.test#a)"/>'), 'markerEnd='],
    ['HTML inside', svg('<foreignObject><p>x</p></foreignObject>'), '<foreignObject>: may not'],
    ['a colour that is wrong in the dark', svg('<rect fill="#fff"/>'), '<rect> fill="#fff": may not'],
    ['no viewBox', svg('<rect/>', 'width="10"'), 'svg: needs a viewBox'],
    ['something that is no SVG', '<p>x</p>', 'must hold one <svg> element'],
  ])('is refused with %s', async (_, diagram, says) => {
    await expect(shown(diagram)).rejects.toThrow(says);
    await expect(shown(diagram)).rejects.toThrow('exercises/articles/diagrams/a.svg: ');
  });
});

describe('a template', () => {
  const write = (more: Record<string, string> = {}) =>
    writeFiles(join(folder.path, 'templates/pyspark-project'), {
      'template.json': { title: 'Project', summary: 'A project.' },
      'README.md': '# Run\n',
      'src/shop/orders.py': 'x = 1\n',
      'script/test': '#!/bin/sh\n',
      ...more,
    });

  it('becomes a zip of its files, without leftovers', async () => {
    await write({ 'src/__pycache__/x.pyc': 'x', '.pytest_cache/x': 'x' });
    const zip = templateZip(await loadTemplate(root(), 'pyspark-project'));
    const files = unzipSync(zip);
    expect(Object.keys(files)).toEqual(
      ['README.md', 'script/test', 'src/shop/orders.py'].map((path) => `pyspark-project/${path}`),
    );
    expect(new TextDecoder().decode(files['pyspark-project/src/shop/orders.py'])).toBe('x = 1\n');
  });

  it('is always the same zip', async () => {
    await write();
    const template = await loadTemplate(root(), 'pyspark-project');
    expect(templateZip(template)).toEqual(templateZip(template));
  });

  it('is refused with a link, which could lead anywhere', async () => {
    await write();
    await symlink('/etc/passwd', join(folder.path, 'templates/pyspark-project/src/passwords'));
    await expect(loadTemplate(root(), 'pyspark-project')).rejects.toThrow(
      'exercises/templates/pyspark-project/src/passwords: is a symbolic link',
    );
  });
});
