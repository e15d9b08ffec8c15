import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { refuseOldBuild } from './built-from.js';

let root: string;
const sources = ['libs/grading/src/score.ts', 'libs/grading/src/matrix.ts', 'apps/proof/src/attack/judge.ts'];
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const start = () => {
  refuseOldBuild({ LAKEPROOF_ROOT: root }, join(root, 'dist/attack.js.sources.json'));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'built-'));
  for (const path of sources) write(path, path);
  const digests = sources.map((path) => [path, createHash('sha256').update(path).digest('hex')]);
  write('dist/attack.js.sources.json', JSON.stringify(Object.fromEntries(digests)));
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe('a program that was built', () => {
  it('runs while its sources are what it was built from', () => {
    expect(start).not.toThrow();
  });

  it('is refused with the packages that changed since', () => {
    write('libs/grading/src/score.ts', 'changed');
    write('libs/grading/src/matrix.ts', 'changed');
    rmSync(join(root, 'apps/proof/src/attack/judge.ts'));
    expect(start).toThrow('Changed since the last build: apps/proof, libs/grading. Run: npm run build');
  });
});
