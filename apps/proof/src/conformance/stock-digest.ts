import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const packages = ['requirements.txt', 'jars.sha256'];

/**
 * Digest of what plain pytest's outcome depends on besides the suite: the image's packages and the
 * programs that run it. The harness is not in it: stock PySpark knows nothing of it.
 *
 * @param runner the folder of the image
 */
export async function stockDigest(runner: string): Promise<string> {
  const plain = join(runner, 'conformance/plain');
  const programs = (await readdir(plain)).filter((name) => name.endsWith('.py')).sort();
  const hash = createHash('sha256');
  for (const path of [
    ...packages.map((name) => join(runner, name)),
    ...programs.map((name) => join(plain, name)),
  ])
    hash.update(await readFile(path)).update('\0');
  return hash.digest('hex');
}
