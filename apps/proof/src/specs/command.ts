import { Command } from 'commander';
import type { Io } from '@lakeproof/terminal';
import { runProgram } from '../run-program.js';
import type { Rule } from '../stamps/selection.js';
import { Stamping } from '../stamps/stamping.js';
import { sandboxSpecs } from './items.js';
import { runSpec } from './run-spec.js';

const rule: Rule = { content: 'all', stock: 'all', semantics: 'all', mechanics: 'all', host: 'all' };

/**
 * `npm run specs`: the specs that need sandboxes, those whose package or ground changed and an eighth of the others in
 * turn; what held is stamped. All other specs are fast, and script/test runs them always.
 *
 * @returns 0 when all passed, 1 when one failed; 2 for a wrong command line, 3 when there is no image
 */
export async function runSpecs(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('specs')
    .description('Runs the specs that need sandboxes: what changed and an eighth of the others in turn')
    .option('--all', 'all of them');
  return runProgram(program, args, io, (options: { all?: boolean }) => run(options, io));
}

async function run({ all = false }: { all?: boolean }, io: Io): Promise<number> {
  const root = io.env.LAKEPROOF_ROOT ?? '.';
  const stamping = await Stamping.of('specs', io);
  const { chosen } = stamping.choose(sandboxSpecs(root), rule, { all, groups: [] });
  const sum = { passed: 0, failed: 0 };
  const stop = new AbortController();
  stamping.heed(stop.signal);
  for (const item of chosen) {
    const { passed, failed, seconds, isCut } = await runSpec(root, item.name, io, stop);
    sum.passed += passed;
    sum.failed += failed;
    if (stamping.wasStopped) break;
    if (isCut) continue;
    if (failed === 0) stamping.held(item, seconds);
    else stamping.broke(item);
    await stamping.save();
  }
  io.stdout.write(`${String(sum.passed)} passed, ${String(sum.failed)} failed\n`);
  return sum.failed === 0 ? 0 : 1;
}
