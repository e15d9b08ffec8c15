import type { SandboxExercise } from '@lakeproof/curriculum';

type Pack = Pick<SandboxExercise, 'visibleFiles' | 'starterFiles' | 'readme' | 'reference' | 'overlays'>;

/** Shorter texts (an empty `__init__.py`, a bare header) say nothing about a bug. */
const tellingChars = 40;

/** Files of reference/ and variants/ that reach a learner beyond `visible`: as a file of the starter, or quoted. */
export function packProblems({ visibleFiles, starterFiles, readme, reference, overlays }: Pack): string[] {
  const visible = new Set(visibleFiles.map(({ path }) => path));
  const hidden = [
    ...reference.filter(({ path }) => !visible.has(path)).map((file) => ({ ...file, from: 'reference' })),
    ...[...overlays].flatMap(([name, files]) => files.map((file) => ({ ...file, from: `variants/${name}` }))),
  ];
  const pack = [
    { path: 'README.md', content: readme },
    ...starterFiles.map(({ path, content }) => ({ path: `starter/${path}`, content })),
  ];
  return hidden.flatMap(({ from, path, content }) => {
    const text = typeof content === 'string' ? content.trim() : '';
    if (text.length < tellingChars) return [];
    return pack
      .filter((file) => holdsLines(file.content, text))
      .map((file) => `${file.path} gives ${from}/${path} away, which learners must not see`);
  });
}

/** Whole lines: a bug may well be the beginning of a line that everybody sees. */
const holdsLines = (content: string, lines: string) => `\n${content}\n`.includes(`\n${lines}\n`);
