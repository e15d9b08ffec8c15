import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

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

/** The sound exercise in a folder, with `changes` to it. */
export const writeExercise = (folder: string, changes: Files = {}): Promise<void> =>
  writeFiles(folder, { ...soundExercise, ...changes });
