import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadExercise } from './load-exercise.js';
import { ownSubmissions, readSubmission } from './own-submissions.js';
import { temporaryFolder, writeExercise, writeFiles } from './testing/exercise-folder.js';
import type { Files } from './testing/exercise-folder.js';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function submissions(changes: Files) {
  const dir = join(folder.path, 'clean-orders');
  await writeExercise(dir, changes);
  return ownSubmissions(await loadExercise(dir));
}

describe("an exercise's own submissions", () => {
  it('are its solution and its samples, by the names of golden.json', async () => {
    const found = await submissions({ 'samples/blind/test_a.py': 'a' });
    expect([...found.keys()]).toEqual(['solution', 'samples/blind', 'samples/weak']);
    expect(found.get('samples/blind')).toEqual([{ path: 'test_a.py', content: 'a' }]);
  });

  it.each<{ what: string; changes: Files; says: string }>([
    {
      what: 'no solution',
      changes: { 'solution/test_orders.py': undefined },
      says: 'clean-orders/solution: is missing or empty',
    },
    {
      what: 'a sample with its own pipeline',
      changes: { 'samples/weak/pipeline.py': 'x' },
      says: 'clean-orders/samples/weak: pipeline.py stands in the place of pipeline.py',
    },
    {
      what: 'a solution too large to submit',
      changes: { 'solution/test_orders.py': 'x'.repeat(65_537) },
      says: 'clean-orders/solution: test_orders.py has 65537 bytes',
    },
  ])('are refused with $what', async ({ changes, says }) => {
    await expect(submissions(changes)).rejects.toThrow(says);
  });
});

describe('a folder to submit', () => {
  it('is read without its caches', async () => {
    await writeFiles(folder.path, { 'tests/test_a.py': 'a', 'tests/__pycache__/test_a.pyc': 'x' });
    expect(await readSubmission(folder.path)).toEqual([{ path: 'tests/test_a.py', content: 'a' }]);
  });

  it('is refused with a link, which could lead anywhere', async () => {
    await symlink('/etc/passwd', join(folder.path, 'test_a.py'));
    await expect(readSubmission(folder.path, 'mine')).rejects.toThrow('mine/test_a.py: is a symbolic link');
  });

  it('is refused with a file that is not text', async () => {
    await writeFiles(folder.path, { 'data.parquet': new Uint8Array([0xff]) });
    await expect(readSubmission(folder.path, 'mine')).rejects.toThrow(
      'mine/data.parquet: must be UTF-8 text',
    );
  });
});
