import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findExercise } from './find-exercise.js';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'lakeproof-find-'));
  const files = [
    'exercises/curriculum.json',
    'exercises/day-1/join-fan-out/exercise.json',
    'exercises/day-1/opening/exercise.json',
    'exercises/day-2/opening/exercise.json',
    'exercises/day-2/lessons/01-keys.md',
    'mine/join-fan-out/test_join.py',
  ];
  for (const file of files) {
    await mkdir(dirname(join(home, file)), { recursive: true });
    await writeFile(join(home, file), '{}');
  }
});
afterAll(() => rm(home, { recursive: true }));

const find = (asked: string, cwd = '.') => findExercise(asked, { cwd: join(home, cwd) });
const at = (path: string) => join(home, 'exercises', path);

describe('an exercise', () => {
  it.each([
    ['its path', 'exercises/day-1/join-fan-out', '.'],
    ['its path from where one is', '.', 'exercises/day-1/join-fan-out'],
    ['its slug', 'join-fan-out', '.'],
    ['its slug, from a folder further down', 'join-fan-out', 'exercises/day-2/opening'],
    ["its slug, where the learner's own folder has that name", 'join-fan-out', 'mine'],
    ['its slug and day', 'day-1/join-fan-out', 'mine'],
  ])('is found by %s', async (_, asked, cwd) => {
    expect(await find(asked, cwd)).toBe(at('day-1/join-fan-out'));
  });

  it('is looked for where EXERCISES_DIR says', async () => {
    const cwd = tmpdir();
    expect(await findExercise('join-fan-out', { cwd, exercisesDir: at('') })).toBe(at('day-1/join-fan-out'));
  });

  it('of a name that two have is asked for with its day', async () => {
    await expect(find('opening')).rejects.toThrow(
      'Several exercises are called opening. Name one with its day: day-1/opening, day-2/opening.',
    );
    expect(await find('day-2/opening')).toBe(at('day-2/opening'));
  });

  it('of an unknown name is answered with the nearest names', async () => {
    await expect(find('joinfanout')).rejects.toThrow(
      `There is no exercise joinfanout in ${at('').replace(/\/$/, '')}, and no such folder. Nearest by name: join-fan-out.`,
    );
  });

  it('of a name like no other is answered with all there are', async () => {
    await expect(find('watermark')).rejects.toThrow('There are: join-fan-out, opening.');
  });
});

describe('a path that is no exercise', () => {
  it.each([['/absent'], ['./absent'], ['exercises/day-1'], ['mine']])(
    '%s is left to the loader',
    async (asked) => {
      expect(await find(asked)).toBe(join(asked.startsWith('/') ? '/' : home, asked));
    },
  );
});
