import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Io } from '@lakeproof/terminal';
import { z } from 'zod';
import { runChild } from '../run-child.js';
import { packageOf } from './items.js';

/** jest loads ES modules in Node's VM, which Node gives only to who asks. */
const forModules = { NODE_OPTIONS: '--experimental-vm-modules', NODE_NO_WARNINGS: '1' };

const resultSchema = z.object({ numPassedTests: z.number(), numFailedTests: z.number() });

/** Runs one spec file by jest, in its package's folder. One that could not be run, or was cut off, counts as a failed test. */
export async function runSpec(root: string, spec: string, { env }: Io, stop: AbortController) {
  const folder = resolve(root, packageOf(spec));
  const kept = await mkdtemp(join(tmpdir(), 'spec-'));
  const output = join(kept, 'result.json');
  const began = performance.now();
  try {
    const { code, isCut } = await runChild(
      'npx',
      [
        ...['jest', '--config', '../../jest.config.js', '--rootDir', '.', '--forceExit'],
        ...['--json', '--outputFile', output, '--runTestsByPath', relative(folder, resolve(root, spec))],
      ],
      { cwd: folder, env: { ...env, ...forModules }, stdio: ['ignore', 'ignore', 'inherit'] },
      stop,
    );
    const seconds = (performance.now() - began) / 1000;
    const { numPassedTests: passed, numFailedTests: failed } = await resultOf(output);
    return { passed, failed: code === 0 ? failed : Math.max(1, failed), seconds, isCut };
  } finally {
    await rm(kept, { recursive: true, force: true });
  }
}

async function resultOf(file: string): Promise<z.infer<typeof resultSchema>> {
  try {
    return resultSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return { numPassedTests: 0, numFailedTests: 1 };
    throw error;
  }
}
