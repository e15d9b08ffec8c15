import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verdictSchema } from '@lakeproof/contracts';
import { soundQuiz, writeFiles } from '@lakeproof/curriculum/testing';
import { capturedIo } from '@lakeproof/terminal/testing';
import { runCommand } from '../command.js';

let dir: string;
let quiz: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lakeproof-quiz-'));
  quiz = join(dir, 'opening');
  await writeFiles(quiz, soundQuiz);
});
afterAll(() => rm(dir, { recursive: true }));

/** Grades where no Docker engine can be found. */
async function grade(submission: string, ...more: string[]) {
  const captured = capturedIo({ DOCKER_HOST: 'unix:///nowhere' });
  const args = ['grade', '--exercise', quiz, '--submission', submission, ...more];
  const code = await runCommand(args, captured.io);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
}
async function answers(name: string, content: string): Promise<string> {
  const folder = join(dir, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'answers.json'), content);
  return folder;
}

describe('lakeproof grade of a quiz', () => {
  it('gives full marks with exit code 0, as the JSON of every verdict', async () => {
    const { code, stdout } = await grade(join(quiz, 'solution'), '--json');
    const verdict = verdictSchema.parse(JSON.parse(stdout));
    expect(verdict).toMatchObject({ state: 'graded', score: 1, points: 6, maxPoints: 6 });
    expect(Object.keys(verdict)).toEqual(Object.keys(verdictSchema.shape));
    expect(code).toBe(0);
  });

  it('gives less with exit code 1, and says what would be right', async () => {
    const { code, stdout } = await grade(await answers('some', '{"null-filter": ["b"]}'));
    expect(stdout).toContain('1 of 3 questions right · score 33.3 % · 2 of 6 points');
    expect(stdout).toMatch(/null-filter +right\n.*null-join +right would be a, c\n/);
    expect(code).toBe(1);
  });

  it('rejects what are no answers with exit code 2, in a sentence', async () => {
    const { code, stdout } = await grade(await answers('strange', '{"nope": ["b"]}'), '--json');
    expect(verdictSchema.parse(JSON.parse(stdout))).toMatchObject({
      state: 'rejected',
      reason: 'invalid-answers',
      message: expect.stringContaining('answers "nope", which is no question') as unknown,
    });
    expect(code).toBe(2);
  });

  it('has no versions to choose from', async () => {
    const { code, stderr } = await grade(join(quiz, 'solution'), '--variant', 'reference');
    expect(stderr).toContain('A quiz has no versions');
    expect(code).toBe(2);
  });
});
