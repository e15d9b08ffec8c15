import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectDocker, runnerDigests, runnerImage } from '@lakeproof/sandbox';
import { short, type Ground } from './stamp.js';

/** The code between a submission and its verdict. */
export const hostFolders = ['contracts', 'curriculum', 'grading', 'sandbox', 'grader'].map(
  (lib) => `libs/${lib}/src`,
);

/**
 * What everything is verified on now: the image that is there, and the host's code in the current folder.
 *
 * @throws SandboxError when the engine or the image is missing
 */
export async function groundNow(env: NodeJS.ProcessEnv): Promise<Ground> {
  const { stock, semantics, mechanics } = await runnerDigests(connectDocker(), runnerImage(env));
  return {
    stock: short(stock),
    semantics: short(semantics),
    mechanics: short(mechanics),
    host: short(hostDigest(env.LAKEPROOF_ROOT ?? '.')),
  };
}

function hostDigest(root: string): string {
  const hash = createHash('sha256');
  for (const folder of hostFolders) {
    const paths = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !/\.spec\.ts$|^testing\//.test(path))
      .sort();
    for (const path of paths)
      hash.update(`${folder}/${path}\0`).update(readFileSync(join(root, folder, path)));
  }
  return hash.digest('hex');
}
