import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Exercise, SandboxExercise } from '../exercise.js';
import { loadExercise } from '../load-exercise.js';

type Json = Record<string, unknown>;

const mutants = ['nulls-lost', 'join-fans-out', 'rows-twice', 'total-cut', 'key-padded'];

export const mutantJson = (name: string, more: Json = {}): Json => ({
  name,
  kind: 'mutant',
  concept: 'nulls',
  title: `Title of ${name}`,
  hint: `Hint of ${name}`,
  story: `Story of ${name}`,
  ...more,
});

/** exercise.json of a sound exercise in mode tests, with some of its fields replaced. */
export const exerciseJson = (more: Json = {}): Json => ({
  $schema: '../../exercise.schema.json',
  title: 'Clean the orders',
  mode: 'tests',
  engine: 'classic',
  concepts: ['nulls'],
  minutes: 25,
  points: 10,
  visible: ['pipeline.py'],
  editable: ['test_orders.py'],
  variants: [
    { name: 'reference', kind: 'correct' },
    { name: 'anti-join', kind: 'correct' },
    { name: 'kolkata', kind: 'correct', conf: { 'spark.sql.session.timeZone': 'Asia/Kolkata' } },
    ...mutants.map((name) => mutantJson(name)),
  ],
  limits: { seconds: 60 },
  ...more,
});

/** Files by path: text, bytes, JSON (an object), or undefined to leave one of the sound exercise out. */
export type Files = Record<string, string | Uint8Array | Json | undefined>;

export const soundExercise: Files = {
  'exercise.json': exerciseJson(),
  'README.md': '# Clean the orders\n\nWrite tests.\n',
  'reference/pipeline.py': 'def clean(orders):\n    return orders\n',
  'reference/secrets/rates.csv': 'EUR,1\n',
  'starter/test_orders.py': 'from pipeline import clean\n',
  'solution/test_orders.py': 'from pipeline import clean\n\n\ndef test_clean():\n    assert clean(1) == 1\n',
  'samples/weak/test_orders.py': 'def test_nothing():\n    pass\n',
  'variants/anti-join/pipeline.py': 'def clean(rows):\n    return rows\n',
  ...Object.fromEntries(mutants.map((name) => [`variants/${name}/pipeline.py`, `# ${name}\n`])),
};

/** A new folder for one test; `remove` deletes it with all it holds. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'lakeproof-curriculum-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Writes files into a folder that need not exist. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const text =
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
    await writeFile(join(folder, path), text);
  }
}

/** The sound exercise is one of a sandbox, and so are those that differ from it in a field. */
export function inSandbox(exercise: Exercise): SandboxExercise {
  if (exercise.mode === 'quiz') throw new Error(`${exercise.slug} is a quiz`);
  return exercise;
}

export const loadInSandbox = async (dir: string, label?: string): Promise<SandboxExercise> =>
  inSandbox(await loadExercise(dir, label));

/** exercise.json of a sound quiz, with some of its fields replaced. */
export const quizJson = (more: Json = {}): Json => ({
  $schema: '../../exercise.schema.json',
  title: 'What do you know?',
  mode: 'quiz',
  concepts: ['nulls', 'joins'],
  minutes: 10,
  points: 6,
  questions: [
    questionJson('null-filter', 'nulls', ['b']),
    questionJson('null-join', 'joins', ['a', 'c']),
    questionJson('null-count', 'nulls', ['a']),
  ],
  ...more,
});

/** A question of three choices, of which these letters are right. */
export const questionJson = (id: string, concept: string, right: readonly string[]): Json => ({
  id,
  concept,
  text: `How many rows has \`${id}\`?`,
  choices: ['a', 'b', 'c'].map((letter) => ({
    text: `Choice ${letter}`,
    ...(right.includes(letter) && { right: true }),
    why: `Why ${letter}`,
  })),
});

/** A sound quiz, by files as `soundExercise`. */
export const soundQuiz: Files = {
  'exercise.json': quizJson(),
  'README.md': '# What do you know?\n',
  'solution/answers.json': { 'null-filter': ['b'], 'null-join': ['a', 'c'], 'null-count': ['a'] },
  'samples/weak/answers.json': { 'null-filter': ['a'], 'null-join': ['a'] },
};

/** The sound exercise in a folder, with `changes` to it. */
export const writeExercise = (folder: string, changes: Files = {}): Promise<void> =>
  writeFiles(folder, { ...soundExercise, ...changes });
