import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface AxeResult {
  readonly violations: readonly {
    id: string;
    nodes: readonly { target: readonly unknown[]; failureSummary?: string }[];
  }[];
}

/** The violations of WCAG 2.2 A and AA that axe finds on the page as it is shown now, one line each. */
export async function violations(page: Page): Promise<string[]> {
  // Through the debugger, since the page's own policy refuses scripts that are not its own.
  const script = await readFile(axePath, 'utf8');
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  await page.evaluate(script);
  const result = await page.evaluate<AxeResult>(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(tags)} } })`,
  );
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${String(node.target[0])}`),
  );
}
