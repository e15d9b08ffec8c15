import type { PageBlock } from '@lakeproof/curriculum';
import { type BlockResult, comparableLines, difference, matches } from './compare.js';

/** What is wrong with a block, now that it was run; undefined when the page tells the truth. */
export function blockProblem(block: PageBlock, result: BlockResult | undefined): string | undefined {
  if (!result) return 'was not run: the sandbox ended before it';
  const { raised } = result;
  if (block.kind !== 'raises' && raised !== null)
    return block.kind === 'shown' ? `does not compile: ${raised}` : `raised ${raised}\n${result.where}`;
  if (block.kind === 'raises' && raised === null) return `raised nothing; it printed:\n${result.printed}`;
  const came = [...comparableLines(result.printed), ...comparableLines(raised ?? '')];
  const shown = comparableLines(block.expected ?? '');
  if (matches(shown, came)) return undefined;
  const what =
    block.expected === undefined ? 'has no output block, but printed' : 'shows (-), but this came (+)';
  return `${what}:\n${difference(shown, came)}`;
}

/** What is wrong with a template, now that its own tests were run. */
export function templateProblem(result: BlockResult | undefined): string | undefined {
  if (!result) return 'its tests were not run: the sandbox ended before them';
  if (result.raised !== null) return `its tests could not be run: ${result.raised}\n${result.where}`;
  const lines = comparableLines(result.printed);
  if (!lines.some((line) => line.startsWith('PASSED ')))
    return `has no test that passes:\n${lines.join('\n')}`;
  const bad = lines.filter((line) => !/^(PASSED|SKIPPED|XFAIL) /.test(line));
  return bad.length > 0 ? bad.join('\n') : undefined;
}
