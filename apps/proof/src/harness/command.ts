import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Io } from '@lakeproof/terminal';
import { Command } from 'commander';
import { runChild } from '../run-child.js';
import { runProgram } from '../run-program.js';
import type { Rule } from '../stamps/selection.js';
import type { Item } from '../stamps/stamp.js';
import { Stamping } from '../stamps/stamping.js';

const rule: Rule = { content: 'all', stock: 'all', semantics: 'all', mechanics: 'all', host: 'eighth' };

/**
 * `npm run harness`: the harness's own tests inside the image (docker/runner/test): all when the image or what tests
 * share has changed, the files that changed, and an eighth of the others in turn; what held is stamped.
 *
 * @returns what docker/runner/test returns; 2 for a wrong command line, 3 when there is no image
 */
export async function runHarness(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('harness')
    .description("Runs the harness's tests: what changed and an eighth of the others in turn, unless told")
    .option('--all', 'all of them');
  return runProgram(program, args, io, (options: { all?: boolean }) => run(options, io));
}

async function run({ all = false }: { all?: boolean }, io: Io): Promise<number> {
  const runner = io.env.RUNNER_DIR ?? 'docker/runner';
  const stamping = await Stamping.of('harness', io);
  const { chosen } = stamping.choose(await itemsIn(runner), rule, { all, groups: [] });
  const began = performance.now();
  const files = chosen.map(({ name }) => `tests/${name}`);
  const stop = new AbortController();
  stamping.heed(stop.signal);
  const options = { stdio: 'inherit', env: io.env } as const;
  const { code, isCut } = await runChild(join(runner, 'test'), files, options, stop);
  if (isCut) {
    io.stderr.write('The tests did not come to their end: the stamps stay as they were.\n');
    return code;
  }
  const seconds = (performance.now() - began) / 1000 / Math.max(1, chosen.length);
  for (const item of chosen)
    if (code === 0) stamping.held(item, seconds);
    else stamping.broke(item);
  await stamping.save();
  return code;
}

/** A file of tests each; what they share is a part of all: also the protocol's examples, and how they are run. */
export async function itemsIn(runner: string): Promise<Item[]> {
  const [tests, examples, command] = await Promise.all([
    contentsOf(join(runner, 'harness/tests'), '.py'),
    contentsOf(join(runner, 'protocol'), '.json'),
    readFile(join(runner, 'test')),
  ]);
  const isTest = (name: string) => name.startsWith('test_');
  const shared = [...tests, ...examples, ['test', command] as const].filter(([name]) => !isTest(name));
  return tests
    .filter(([name]) => isTest(name))
    .map(([name, content]) => {
      const hash = createHash('sha256');
      for (const [one, bytes] of [...shared, [name, content] as const]) hash.update(`${one}\0`).update(bytes);
      return { name, inputs: hash.digest('hex'), group: name, isCore: true };
    });
}

async function contentsOf(folder: string, extension: string): Promise<[string, Buffer][]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(extension)).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => [name, await readFile(join(folder, name))]),
  );
}
