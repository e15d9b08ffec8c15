import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { verdictSchema } from '@lakeproof/contracts';
import { writeExample } from '@lakeproof/curriculum/testing';
import { capturedIo } from '@lakeproof/terminal/testing';
import { runCommand } from './command.js';

jest.setTimeout(300_000);

let folder: string;
let exercise: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lakeproof-'));
  exercise = await writeExample(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function lakeproof(args: string[], env: NodeJS.ProcessEnv = process.env) {
  const captured = capturedIo(env);
  const code = await runCommand(args, captured.io);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
}
const gradeArgs = (submission: string, ...more: string[]) => [
  ...['grade', '--exercise', exercise, '--submission', submission],
  ...more,
];

async function submission(name: string, files: Record<string, string | Buffer>): Promise<string> {
  const path = join(folder, name);
  await mkdir(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(path, file), content);
  return path;
}

describe('lakeproof grade', () => {
  it('gives full marks with exit code 0, and JSON with nothing around it', async () => {
    const { code, stdout } = await lakeproof(gradeArgs(join(exercise, 'solution'), '--json'));
    const verdict = verdictSchema.parse(JSON.parse(stdout));
    expect(verdict).toMatchObject({ state: 'graded', score: 1, points: 10 });
    expect(Object.keys(verdict)).toEqual(Object.keys(verdictSchema.shape));
    expect(verdict.matrix).toHaveLength(5 * 8);
    expect(code).toBe(0);
  });

  it('gives less with exit code 1, and a table for people', async () => {
    const { code, stdout } = await lakeproof(gradeArgs(join(exercise, 'samples/weak')));
    expect(stdout).toContain('1 of 5 bugs caught · score 20 % · 2 of 10 points');
    expect(stdout).toMatch(/none-pays +caught +The bug none-pays · by test_none/);
    expect(stdout).not.toContain('\u001b');
    expect(code).toBe(1);
  });

  it('grades on chosen versions alone, the reference among them', async () => {
    const args = gradeArgs(join(exercise, 'samples/weak'), '--variant', 'none-pays', '--json');
    const { code, stdout } = await lakeproof(args);
    const { score, variants } = verdictSchema.parse(JSON.parse(stdout));
    expect(variants.map(({ name }) => name)).toEqual(['reference', 'none-pays']);
    expect({ code, score }).toEqual({ code: 0, score: 1 });
  });

  it.each([
    ['syntax-error', 'def test_x(:\n'],
    ['no-tests', 'x = 1\n'],
    ['timeout', 'def test_x():\n    while True:\n        pass\n'],
  ])('rejects with exit code 2: %s', async (reason, content) => {
    const path = await submission(reason, { 'test_x.py': content });
    const { code, stdout } = await lakeproof(gradeArgs(path, '--json', '--variant', 'reference'));
    expect(verdictSchema.parse(JSON.parse(stdout))).toMatchObject({ state: 'rejected', reason, score: null });
    expect(code).toBe(2);
  });
});

describe('without a sandbox', () => {
  it('a submission that can be none is rejected all the same', async () => {
    const path = await submission('large', { 'test_x.py': Buffer.alloc(65 * 1024, 'x') });
    const { code, stdout } = await lakeproof(gradeArgs(path, '--json'));
    expect(verdictSchema.parse(JSON.parse(stdout))).toMatchObject({ state: 'rejected', reason: 'too-large' });
    expect(code).toBe(2);
  });

  it("so is a file in the place of the exercise's own", async () => {
    const path = await submission('clash', { 'pipeline.py': 'x = 1\n' });
    const { code, stdout } = await lakeproof(gradeArgs(path));
    expect(stdout).toContain('pipeline.py stands in the place of pipeline.py');
    expect(code).toBe(2);
  });

  it.each([
    [
      'an exercise that is not there',
      ['grade', '--exercise', '/absent', '--submission', '/absent'],
      'no such folder',
    ],
    ['an option that is missing', ['grade', '--exercise', '/absent'], '--submission'],
    ['a command that is unknown', ['graed'], 'unknown command'],
  ])('%s is answered in a sentence, with exit code 2', async (_, args, sentence) => {
    const { code, stdout, stderr } = await lakeproof(args);
    expect(stderr).toContain(sentence);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('a variant that is unknown is answered with those there are', async () => {
    const { code, stderr } = await lakeproof(gradeArgs(join(exercise, 'solution'), '--variant', 'nope'));
    expect(stderr).toContain('It has: reference, by-max');
    expect(code).toBe(2);
  });

  it('an image that is missing is a failure of ours, which says what to run', async () => {
    const env = { ...process.env, RUNNER_IMAGE: 'lakeproof-absent:latest' };
    const { code, stdout } = await lakeproof(gradeArgs(join(exercise, 'solution'), '--json'), env);
    expect(verdictSchema.parse(JSON.parse(stdout))).toMatchObject({
      state: 'failed',
      reason: 'infrastructure',
      message: expect.stringContaining('script/bootstrap') as unknown,
    });
    expect(code).toBe(3);
  });
});
