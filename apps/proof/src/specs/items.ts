import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hostFolders } from '../stamps/ground.js';
import type { Item } from '../stamps/stamp.js';

const isSandboxSpec = (path: string) => path.endsWith('.sandbox.spec.ts');

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/** Each spec of the tree that needs sandboxes, by its path; what it tests is its package and the packages that one uses. */
export function sandboxSpecs(root: string): Item[] {
  const packages = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  return packages.flatMap((folder) => {
    const specs = sourcesOf(root, folder).filter(isSandboxSpec);
    if (specs.length === 0) return [];
    const product = digestOf(root, [...usedBy(root, folder)].sort());
    return specs.map((name) => {
      const spec = readFileSync(join(root, name));
      const inputs = createHash('sha256').update(product).update(spec).digest('hex');
      return { name, inputs, group: name, isCore: true };
    });
  });
}

/** The folder of a spec's package: `libs/sandbox` of `libs/sandbox/src/pool.sandbox.spec.ts`. */
export const packageOf = (spec: string) => spec.split('/').slice(0, 2).join('/');

function usedBy(root: string, folder: string, known = new Set<string>()): Set<string> {
  if (known.has(folder)) return known;
  known.add(folder);
  const file = packageSchema.parse(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')));
  for (const name of Object.keys(file.dependencies)) {
    const library = name.replace('@lakeproof/', 'libs/');
    if (library !== name && existsSync(join(root, library))) usedBy(root, library, known);
  }
  return known;
}

/** Of what stands on the ground already, nothing counts here: the stamp has it. */
function digestOf(root: string, folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders.filter((one) => !hostFolders.includes(`${one}/src`)))
    for (const path of sourcesOf(root, folder).filter((one) => !one.endsWith('.spec.ts')))
      hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

const sourcesOf = (root: string, folder: string) =>
  readdirSync(join(root, folder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/src/${path}`)
    .sort();
