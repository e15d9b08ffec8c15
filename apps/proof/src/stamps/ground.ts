import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectDocker, runnerDigests, runnerImage } from '@lakeproof/sandbox';
import { shippedFiles } from './shipped-files.js';
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

/** Of all that the host's folders ship, the system calls of a sandbox (seccomp.json) among it. */
export function hostDigest(root: string): string {
  const hash = createHash('sha256');
  for (const path of hostFolders.flatMap((folder) => shippedFiles(root, folder)))
    hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}
