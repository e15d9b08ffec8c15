import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { writeExample } from '@lakeproof/curriculum/testing';
import { capturedIo } from '@lakeproof/terminal/testing';
import { runRegradeCheck } from './command.js';

jest.setTimeout(600_000);

let folder: string;
let exercise: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lakeproof-'));
  exercise = await writeExample(folder);
});
afterAll(() => rm(folder, { recursive: true }));

async function check(...args: string[]) {
  const captured = capturedIo({
    ...process.env,
    EXERCISES_DIR: folder,
    VERIFIED_FILE: join(folder, 'verified.json'),
    LAKEPROOF_ROOT: '../..',
  });
  const code = await runRegradeCheck(args, captured.io);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
}

describe('grading again and again', () => {
  it('finds the cell that comes out differently, and passes what does not', async () => {
    // 16 coins on 8 versions: both repeats fall alike once in 2^128 times. The module's own generator is seeded.
    const coins = Array.from(
      { length: 16 },
      (_, n) => `def test_coin_${n}():\n    assert coin.random() < 0.5\n`,
    );
    await writeFile(
      join(exercise, 'samples/weak/test_shipping.py'),
      `import random\n\ncoin = random.SystemRandom()\n\n\n${coins.join('\n\n')}`,
    );
    const { code, stdout } = await check('--repeats', '2', '--exercises', 'shipping');
    expect(stdout).toContain('✓ shipping  solution  graded 2 times, 40 cells');
    expect(stdout).toContain('✗ shipping  samples/weak  graded 2 times');
    expect(stdout).toMatch(/test_coin_\d+ on [a-z-]+: /);
    expect(code).toBe(1);
  });

  it('grades only the submissions it is told', async () => {
    const { code, stdout } = await check('--repeats', '2', '--submissions', 'solution');
    expect(stdout).toContain('✓ shipping  solution  graded 2 times, 40 cells\n1 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('does not pass when it is stopped', async () => {
    const listening = new Promise<void>((resolve) => {
      process.on('newListener', function heard(event) {
        if (event !== 'SIGINT') return;
        process.off('newListener', heard);
        resolve();
      });
    });
    const checking = check('--repeats', '2', '--submissions', 'solution');
    // It listens as soon as its sandboxes start: none is ready yet.
    await listening;
    process.emit('SIGINT');
    const { code, stdout } = await checking;
    expect(stdout).toContain('✗ shipping  solution  graded 0 times');
    expect(stdout).toContain('stopped before it was graded 2 times');
    expect(code).toBe(1);
  });

  it.each([
    [['--repeats', '1'], 'whole number from 2'],
    [['--exercises', 'shiping'], 'curriculum.json has no exercise shiping'],
    [['--submissions', 'exemplar'], 'shipping has no submission exemplar. It has: solution, samples/weak.'],
  ])('is refused with %s', async (args, sentence) => {
    const { code, stderr } = await check(...args);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });
});
