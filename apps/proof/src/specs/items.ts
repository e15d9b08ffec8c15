import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { hostFolders } from '../stamps/ground.js';
import { filesIn, isSpec, isTesting } from '../stamps/shipped-files.js';
import type { Item } from '../stamps/stamp.js';

const isSandboxSpec = (path: string) => path.endsWith('.sandbox.spec.ts');

const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

/**
 * Each spec of the tree that needs sandboxes, by its path. What it tests is its package and the packages that one uses;
 * what they have for tests and the exercises that it names are a part of it.
 */
export function sandboxSpecs(root: string): Item[] {
  const packages = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  );
  const exercises = exercisesOf(root);
  return packages.flatMap((folder) => {
    const sources = filesIn(root, `${folder}/src`);
    const specs = sources.filter(isSandboxSpec);
    if (specs.length === 0) return [];
    const product = [...usedBy(root, folder)].sort().flatMap((used) => countedOf(root, used));
    const helpers = sources.filter(isTesting);
    return specs.map((name) => {
      const text = [name, ...helpers].map((path) => readFileSync(join(root, path), 'utf8')).join('');
      const named = exercises.filter(({ slug }) => text.includes(`'${slug}'`));
      const inputs = digestOf(root, [
        name,
        ...product,
        ...named.flatMap((exercise) => filesIn(root, exercise.folder)),
      ]);
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

/** What counts of a package. What is shipped of the host's stands on the ground, and the stamp has it. */
function countedOf(root: string, folder: string): string[] {
  const isGround = hostFolders.includes(`${folder}/src`);
  return filesIn(root, `${folder}/src`).filter((path) => (isGround ? isTesting(path) : !isSpec(path)));
}

function exercisesOf(root: string) {
  return readdirSync(join(root, 'exercises'), { recursive: true, encoding: 'utf8' })
    .filter((path) => basename(path) === 'exercise.json')
    .map((path) => join('exercises', dirname(path)))
    .map((folder) => ({ folder, slug: basename(folder) }));
}

function digestOf(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}
