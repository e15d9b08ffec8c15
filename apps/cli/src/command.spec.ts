import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleFiles, writeExample, writeFiles } from '@lakeproof/curriculum/testing';
import { capturedIo } from '@lakeproof/terminal/testing';
import { runCommand } from './command.js';

let exercises: string;
let exercise: string;
const dockerHost = process.env.DOCKER_HOST;
beforeAll(async () => {
  exercises = await mkdtemp(join(tmpdir(), 'lakeproof-command-'));
  exercise = await writeExample(exercises);
  process.env.DOCKER_HOST = 'unix:///nowhere';
});
afterAll(async () => {
  if (dockerHost === undefined) delete process.env.DOCKER_HOST;
  else process.env.DOCKER_HOST = dockerHost;
  await rm(exercises, { recursive: true });
});

/** Runs a command line where no Docker engine can be found. */
async function lakeproof(...args: string[]) {
  const captured = capturedIo({ EXERCISES_DIR: exercises });
  const code = await runCommand(args, captured.io);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
}

describe('lakeproof', () => {
  it('says its version', async () => {
    const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await lakeproof('--version')).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('lakeproof grade', () => {
  it('takes the slug of an exercise', async () => {
    const { stdout } = await lakeproof('grade', '--exercise', 'shipping', '--submission', exercise);
    expect(stdout).toMatch(/^Shipping\n/);
  });

  it('answers an unknown slug with the nearest, and exit code 2', async () => {
    const { code, stdout, stderr } = await lakeproof(
      'grade',
      '--exercise',
      'shiping',
      '--submission',
      exercise,
    );
    expect(stderr).toContain('There is no exercise shiping');
    expect(stderr).toContain('Nearest by name: shipping.');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it.each([[[]], [['--json']]])('says at once on stderr alone that Spark starts (%p)', async (more) => {
    const { code, stdout, stderr } = await lakeproof(
      ...['grade', '--exercise', 'shipping', '--submission', join(exercise, 'solution'), ...more],
    );
    expect(stderr).toMatch(/^Starting Spark…\n/);
    expect(stdout).not.toContain('Starting');
    expect(stdout).toContain('infrastructure');
    expect(code).toBe(3);
  });

  it("can't grade by what a learner gets of an exercise, and then tells no bug's title", async () => {
    const learners = Object.entries(exampleFiles).filter(([path]) => !path.includes('/variants/'));
    await writeFiles(join(exercises, 'pack'), Object.fromEntries(learners));
    const pack = join(exercises, 'pack/day-1/shipping');
    const { code, stdout, stderr } = await lakeproof('grade', '--exercise', pack, '--submission', exercise);
    expect(stderr).toContain('variants');
    expect(stdout + stderr).not.toContain('The bug ');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
