import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubmissionFiles } from '@lakeproof/contracts';
import type { Exercise, SandboxExercise } from '@lakeproof/curriculum';
import { placeholdersIn } from '../new-exercise/placeholder.js';

/** What `new:exercise` left to be written and still stands there, file by file: each file's first one. */
export async function placeholderProblems(
  exercise: Exercise,
  submissions: ReadonlyMap<string, SubmissionFiles>,
): Promise<string[]> {
  const json = await readFile(join(exercise.place.path, 'exercise.json'), 'utf8');
  const files = [
    { path: 'exercise.json', content: json },
    { path: 'README.md', content: exercise.readme },
    ...ownFiles(exercise),
    ...[...submissions].flatMap(([name, own]) => below(name, own)),
  ];
  return files.flatMap(({ path, content }) => {
    const [first, ...more] = typeof content === 'string' ? placeholdersIn(content) : [];
    if (first === undefined) return [];
    return [`${path}: replace ${first}${more.length > 0 ? ` and ${String(more.length)} more` : ''}`];
  });
}

interface File {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** What an exercise of its mode has beside exercise.json, README.md and its own submissions. */
function ownFiles(exercise: Exercise): File[] {
  switch (exercise.mode) {
    case 'tests':
    case 'code':
      return codeOf(exercise);
    case 'quiz':
      return [];
  }
}

const codeOf = ({ reference, starterFiles, overlays }: SandboxExercise): File[] => [
  ...below('reference', reference),
  ...below('starter', starterFiles),
  ...[...overlays].flatMap(([name, files]) => below(`variants/${name}`, files)),
];

const below = (folder: string, files: readonly File[]): File[] =>
  files.map(({ path, content }) => ({ path: `${folder}/${path}`, content }));
