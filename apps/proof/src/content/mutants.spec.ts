import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inSandbox } from '@lakeproof/contracts';
import { loadExercise } from '@lakeproof/curriculum';
import { writeExample, writeFiles } from '@lakeproof/curriculum/testing';
import { mostChangedLines, mutantProblems } from './mutants.js';

let folder: string;
let exercise: string;
let reference: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lakeproof-mutants-'));
  exercise = await writeExample(folder);
  reference = await readFile(join(exercise, 'reference/pipeline.py'), 'utf8');
});
afterEach(() => rm(folder, { recursive: true }));

async function problemsWith(files: Record<string, string>): Promise<string[]> {
  await writeFiles(exercise, files);
  const loaded = await loadExercise(exercise);
  return inSandbox(loaded) ? mutantProblems(loaded) : [];
}
const longer = (lines: number) => `${reference}${'    # more\n'.repeat(lines)}`;

describe('a mutant', () => {
  it('is fine when it is a mistake of its own', async () => {
    expect(await problemsWith({})).toEqual([]);
  });

  it('changes no more lines than a mistake needs', async () => {
    expect(await problemsWith({ 'variants/always-free/pipeline.py': longer(mostChangedLines) })).toEqual([]);
    expect(await problemsWith({ 'variants/always-free/pipeline.py': longer(mostChangedLines + 1) })).toEqual([
      'shipping: the mutant always-free is 13 lines away from every correct version, more than 12: seed one mistake. See: npm run variants -- shipping --only always-free',
    ]);
  });

  it('may be a mistake in a correct version that is written in another way', async () => {
    const files = {
      'variants/by-max/pipeline.py': longer(mostChangedLines * 2),
      'variants/always-free/pipeline.py': longer(mostChangedLines * 2 + 1),
    };
    expect(await problemsWith(files)).toEqual([]);
  });

  it('may spoil any number of rows of data', async () => {
    expect(await problemsWith({ 'variants/always-free/batch/orders.jsonl': '{}\n'.repeat(100) })).toEqual([]);
  });

  it('is not the same as another one', async () => {
    const boundary = await readFile(join(exercise, 'variants/boundary-out/pipeline.py'), 'utf8');
    expect(await problemsWith({ 'variants/always-free/pipeline.py': boundary })).toEqual([
      'shipping: the mutant always-free is the very same as boundary-out',
    ]);
  });

  it('is not the same as a correct version', async () => {
    const correct = await readFile(join(exercise, 'variants/by-max/pipeline.py'), 'utf8');
    expect(await problemsWith({ 'variants/always-free/pipeline.py': correct })).toEqual([
      'shipping: the mutant always-free is the very same as by-max',
    ]);
  });
});
