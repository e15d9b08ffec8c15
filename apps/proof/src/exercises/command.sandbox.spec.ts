import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { goldenSchema } from '@lakeproof/curriculum';
import { writeExample } from '@lakeproof/curriculum/testing';
import { capturedIo } from '@lakeproof/terminal/testing';
import { runVerify } from './command.js';

jest.setTimeout(600_000);

let folder: string;
let exercise: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lakeproof-'));
  exercise = await writeExample(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function verify(...args: string[]) {
  const captured = capturedIo({
    ...process.env,
    EXERCISES_DIR: folder,
    VERIFIED_FILE: join(folder, 'verified.json'),
    LAKEPROOF_ROOT: '../..',
  });
  const code = await runVerify(args, captured.io);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
}
const stamps = async () =>
  (JSON.parse(await readFile(join(folder, 'verified.json'), 'utf8')) as { exercises?: object }).exercises ??
  {};
const golden = () => join(exercise, 'golden.json');
const writtenGolden = async () => goldenSchema.parse(JSON.parse(await readFile(golden(), 'utf8')));

describe('verifying exercises', () => {
  it('writes golden.json only when told, and then compares with it', async () => {
    const unverified = await verify();
    expect(unverified.stdout).toContain('solution: has no golden outcome yet; it came to 100 %');
    expect(unverified.code).toBe(1);
    await expect(readFile(golden())).rejects.toThrow('ENOENT');

    const updated = await verify('shipping', '--update');
    expect(updated.stdout).toContain('✓ shipping  solution 100 % · samples/weak 20 %');
    expect(updated.code).toBe(0);
    expect(Object.keys(await stamps())).toEqual(['shipping/samples/weak', 'shipping/solution']);
    expect((await writtenGolden()).outcomes).toEqual({
      solution: {
        score: 1,
        validTests: 5,
        falseAlarms: 0,
        caught: ['boundary-out', 'none-pays', 'always-free', 'negative-free', 'six-instead'],
      },
      'samples/weak': { score: 0.2, validTests: 1, falseAlarms: 0, caught: ['none-pays'] },
    });

    await writeFile(
      join(exercise, 'samples/weak/test_shipping.py'),
      'def test_nothing():\n    assert True\n',
    );
    const changed = await verify();
    expect(changed.stdout).toContain('samples/weak: no longer catches none-pays');
    expect(changed.stdout).toMatch(/0 passed, 1 failed\n$/);
    expect(changed.code).toBe(1);
    expect(await stamps()).toEqual({});
  });

  it('updates nothing while a rule is broken', async () => {
    await writeFile(join(exercise, 'solution/test_shipping.py'), 'def test_nothing():\n    assert True\n');
    const before = await writtenGolden();
    const { code, stdout } = await verify('shipping', '--update');
    expect(stdout).toContain('solution: scores 0 instead of 1');
    expect(code).toBe(1);
    expect(await writtenGolden()).toEqual(before);
  });

  it('names the exercises there are when one is mistyped', async () => {
    const { code, stderr } = await verify('shiping');
    expect(stderr).toBe('curriculum.json has no exercise shiping. It has: shipping.\n');
    expect(code).toBe(2);
  });
});
