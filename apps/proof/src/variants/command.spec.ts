import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { soundQuiz, writeExample, writeFiles } from '@lakeproof/curriculum/testing';
import { capturedIo } from '@lakeproof/terminal/testing';
import { runVariants } from './command.js';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lakeproof-variants-'));
  await writeExample(dir);
});
afterAll(() => rm(dir, { recursive: true }));

async function variants(args: readonly string[], { isTerminal = false } = {}) {
  const captured = capturedIo({ EXERCISES_DIR: dir });
  captured.io.stdout.isTTY = isTerminal;
  const code = await runVariants(args, captured.io);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
}

describe('the variants of an exercise', () => {
  it('are shown as diffs from the reference, each below a line that says what it is', async () => {
    const { code, stdout } = await variants(['shipping', '--only', 'always-free']);
    expect(stdout).toBe(`Bug 3 · always-free · boundaries · The bug always-free
--- reference/pipeline.py
+++ variants/always-free/pipeline.py
@@ -1,3 +1,3 @@
 def shipping(total):
     """Free from 50 on, else 5; nothing for no order."""
-    return 0 if total is None or total >= 50 else 5
+    return 0

`);
    expect(code).toBe(0);
  });

  it('are all shown unless one is chosen, settings where they differ by those', async () => {
    const { stdout } = await variants(['shipping']);
    expect(stdout.match(/^(?:Bug|Correct version) \d+/gm)).toEqual([
      ...['Correct version 2', 'Correct version 3'],
      ...['Bug 1', 'Bug 2', 'Bug 3', 'Bug 4', 'Bug 5'],
    ]);
    expect(stdout).toContain('Correct version 3 · kolkata\nspark.sql.session.timeZone = Asia/Kolkata\n\n');
  });

  it('have a line each with --stat', async () => {
    const { stdout } = await variants(['shipping', '--stat']);
    expect(stdout.trim().split('\n')).toHaveLength(7);
    expect(stdout).toContain('+1 -1 · Bug 1 · boundary-out · boundaries · The bug boundary-out\n');
    expect(stdout).toContain('+0 -0 · Correct version 3 · kolkata · spark.sql.session.timeZone');
  });

  it('are coloured on a terminal', async () => {
    const { stdout } = await variants(['shipping', '--only', 'always-free'], { isTerminal: true });
    expect(stdout).toContain('\u001b[32m+    return 0\u001b[0m');
    expect(stdout).toContain('\u001b[2m--- reference/pipeline.py\u001b[0m');
  });
});

describe('what has no variants', () => {
  it.each([
    ['an unknown exercise', ['shiping'], 'curriculum.json has no exercise shiping. It has: shipping.'],
    [
      'an unknown variant',
      ['shipping', '--only', 'by-min'],
      'shipping has no variant by-min. It has: by-max, kolkata, boundary-out',
    ],
  ])('%s is answered with those there are, and exit code 2', async (_, args, sentence) => {
    const { code, stdout, stderr } = await variants(args);
    expect(stderr).toContain(sentence);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('a quiz says so', async () => {
    await writeFiles(dir, {
      'curriculum.json': {
        workshop: { title: 'T', trainer: 'A', feeEur: 1, seats: 10, dayRateEur: 1, modes: ['online'] },
        days: [{ slug: 'day-1', title: 'Day 1', lessons: [], exercises: ['shipping', 'opening'] }],
      },
    });
    await writeFiles(join(dir, 'day-1/opening'), soundQuiz);
    const { code, stderr } = await variants(['opening']);
    expect(stderr).toBe('opening is of mode quiz: it has no variants.\n');
    expect(code).toBe(2);
  });
});
