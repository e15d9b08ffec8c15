import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const source = join(import.meta.dirname, '../..');
const mantine = join(createRequire(import.meta.url).resolve('@mantine/core'), '../..');
const text = (path: string) => readFileSync(path, 'utf8');

/** Names of Mantine's style files that a file of ours imports. */
const importedBy = (path: string): string[] =>
  [...text(path).matchAll(/@mantine\/core\/styles\/(\w+)\.css/g)].map(([, name = '']) => name);

/** Names that a file of ours takes from Mantine. */
const usedIn = (path: string): string[] =>
  [...text(path).matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => /^[A-Z]/.test(name)),
  );

const fileOf = (component: string) => join(mantine, `esm/components/${component}/${component}.mjs`);

/**
 * Names of the style files that a component of Mantine needs: its own, and those of the components it is made of. A
 * file `x.module.mjs` of Mantine holds the names of classes in `styles/x.css`.
 */
function neededBy(component: string): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string) => {
    if (seen.has(path) || !existsSync(path)) return;
    seen.add(path);
    for (const [, target = ''] of text(path).matchAll(/from "(\.[^"]+\.mjs)"/g))
      visit(join(dirname(path), target));
  };
  visit(fileOf(component));
  return new Set([...seen].flatMap((path) => /(\w+)\.module\.mjs$/.exec(path)?.[1] ?? []));
}

const everywhere = new Set(importedBy(join(import.meta.dirname, 'mantine.css')));
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.tsx') && !path.endsWith('.spec.tsx'))
  .map((path) => join(source, path));

const missingIn = (path: string): string[] => {
  const here = new Set(importedBy(path));
  return usedIn(path).flatMap((component) =>
    [...neededBy(component)]
      .filter((name) => !everywhere.has(name) && !here.has(name))
      .map((name) => `${relative(source, path)} uses ${component}, which needs ${name}.css`),
  );
};
const inUse = new Set(files.flatMap(usedIn).flatMap((component) => [...neededBy(component)]));

describe("Mantine's styles", () => {
  it('are imported by mantine.css, or by the very file that uses a component', () => {
    expect(files.flatMap(missingIn)).toEqual([]);
  });

  it('are looked for where Mantine keeps them', () => {
    const strangers = files.flatMap(usedIn).filter((component) => !existsSync(fileOf(component)));
    // It has no looks of its own.
    expect(strangers).toEqual(['MantineProvider']);
    expect([...inUse].filter((name) => !existsSync(join(mantine, `styles/${name}.css`)))).toEqual([]);
  });

  it('are found through the components that a component is made of', () => {
    expect(neededBy('Menu')).toContain('Popover');
    expect(neededBy('RingProgress')).toContain('Tooltip');
  });

  it('in mantine.css are in use', () => {
    const base = ['baseline', 'global'];
    expect([...everywhere].filter((name) => !inUse.has(name) && !base.includes(name))).toEqual([]);
  });
});
