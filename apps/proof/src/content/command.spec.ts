import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeExample } from '@lakeproof/curriculum/testing';
import { capturedIo } from '@lakeproof/terminal/testing';
import { runCheckContent } from './command.js';

let root: string;
let exercise: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lakeproof-'));
  await mkdir(join(root, 'docs'));
  exercise = await writeExample(join(root, 'exercises'));
});
afterEach(() => rm(root, { recursive: true }));

async function check(...args: string[]) {
  const captured = capturedIo({ ...process.env, EXERCISES_DIR: join(root, 'exercises') });
  const code = await runCheckContent(args, captured.io);
  return { code, stdout: captured.stdout() };
}

describe('checking the content', () => {
  it('finds a table that is out of date, and writes it', async () => {
    const before = await check();
    expect(before.code).toBe(1);
    expect(before.stdout).toContain('It is out of date: npm run check:content -- --write');
    expect(await check('--write')).toMatchObject({ code: 0 });
    expect(await readFile(join(root, 'docs/curriculum.md'), 'utf8')).toMatch(
      /1 day, 0 lessons, 1 exercise, \d+ mutants/,
    );
    expect((await check()).code).toBe(0);
  });

  it('names file and line of what is misspelt', async () => {
    await writeFile(join(exercise, 'README.md'), '# Shipping\n\nTest it by Pytest.\n');
    const { code, stdout } = await check('--write');
    expect(stdout).toMatch(/shipping\/README\.md:3: write pytest, not "Pytest"/);
    expect(code).toBe(1);
  });

  it('names what does not load', async () => {
    await writeFile(join(exercise, 'exercise.json'), '{}');
    const { code, stdout } = await check('--write');
    expect(stdout).toContain('shipping/exercise.json');
    expect(code).toBe(1);
  });
});
