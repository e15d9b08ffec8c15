import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exerciseModes } from '@lakeproof/contracts';
import { loadCatalogue } from '@lakeproof/curriculum';
import { writeExample } from '@lakeproof/curriculum/testing';
import { capturedIo } from '@lakeproof/terminal/testing';
import { candidatesIn } from '../exercises/candidates.js';
import { runNewExercise } from './command.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lakeproof-new-'));
  await writeExample(dir);
});
afterEach(() => rm(dir, { recursive: true }));

async function make(...args: string[]) {
  const captured = capturedIo({ EXERCISES_DIR: dir });
  const code = await runNewExercise(args, captured.io, false);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
}

describe('a new exercise', () => {
  it.each(exerciseModes)(
    'of mode %s loads, is named last in its day, and is refused until it is written',
    async (mode) => {
      const { code, stdout } = await make('day-1', 'late-shipments', '--mode', mode);
      expect(code).toBe(0);
      expect(stdout).toContain('late-shipments --update');
      const { exercises, problems } = await loadCatalogue(dir);
      expect(problems).toEqual([]);
      expect([...exercises.keys()]).toEqual(['shipping', 'late-shipments']);
      expect(exercises.get('late-shipments')?.mode).toBe(mode);
      const { ready, problems: refusals } = await candidatesIn(dir, ['late-shipments']);
      expect(ready).toEqual([]);
      expect(refusals).toEqual([
        expect.stringMatching(/^late-shipments is not written yet:\nexercise\.json: replace ‹/),
      ]);
      expect(refusals[0]).toContain('\nREADME.md: replace ‹The title› and ');
    },
  );

  it('is in mode tests unless told', async () => {
    await make('day-1', 'late-shipments');
    expect((await loadCatalogue(dir)).exercises.get('late-shipments')?.mode).toBe('tests');
  });

  it.each([
    ['a day there is not', ['day-9', 'late'], 'It has: day-1.'],
    ['a slug that is none', ['day-1', 'Late_Ships'], '"Late_Ships" is no slug'],
    ['a slug that is taken', ['day-1', 'shipping'], 'day-1/shipping is there already'],
    ['a mode there is not', ['day-1', 'late', '--mode', 'exam'], 'Allowed choices are tests, code, quiz'],
    ['no name', ['day-1'], 'Name the day and the exercise'],
  ])('is not made for %s', async (_, args, says) => {
    const before = await readFile(join(dir, 'curriculum.json'), 'utf8');
    const { code, stderr } = await make(...args);
    expect(stderr).toContain(says);
    expect(code).toBe(2);
    expect(await readFile(join(dir, 'curriculum.json'), 'utf8')).toBe(before);
  });

  it('says so where there is no usable curriculum.json', async () => {
    await writeFile(join(dir, 'curriculum.json'), '{');
    expect(await make('day-1', 'late')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('curriculum.json: is not JSON') as unknown,
    });
  });
});
