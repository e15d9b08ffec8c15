import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { hostDigest, hostFolders } from './ground.js';

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ground-'));
  for (const folder of hostFolders) write(`${folder}/index.ts`, '');
  write('libs/sandbox/src/seccomp.json', '{}');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('the ground of the host', () => {
  it('is found from the current folder, too', () => {
    const digest = hostDigest(root);
    const before = process.cwd();
    process.chdir(root);
    try {
      expect(hostDigest('.')).toBe(digest);
    } finally {
      process.chdir(before);
    }
  });

  it.each(['libs/grading/src/index.ts', 'libs/sandbox/src/seccomp.json', 'libs/grader/src/new/file.sql'])(
    'is another one after a change of %s',
    (path) => {
      const before = hostDigest(root);
      write(path, 'changed');
      expect(hostDigest(root)).not.toBe(before);
    },
  );

  it.each([
    'libs/grading/src/index.spec.ts',
    'libs/grading/src/testing/reports.ts',
    'libs/terminal/src/index.ts',
  ])('is the same one after a change of %s, on which no verdict rests', (path) => {
    const before = hostDigest(root);
    write(path, 'changed');
    expect(hostDigest(root)).toBe(before);
  });
});
