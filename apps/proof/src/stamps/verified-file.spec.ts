import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Stamp } from './stamp.js';
import { changeStamps, readStamps, stampedSuites } from './verified-file.js';

const zeros = '0'.repeat(12);
const ground = { stock: zeros, semantics: zeros, mechanics: zeros, host: zeros };
const stamp: Stamp = { inputs: zeros, ground, turn: 1, seconds: 1 };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verified-'));
  file = join(folder, 'verified.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('the file of stamps', () => {
  it('keeps what suites write at the same time, and nothing stays beside it', async () => {
    const writes = Array.from({ length: 5 }, (_, n) =>
      stampedSuites.map((suite) => changeStamps(file, suite, new Map([[`item ${String(n)}`, stamp]]))),
    );
    await Promise.all(writes.flat());
    for (const suite of stampedSuites) expect(readStamps(file, suite).size).toBe(5);
    expect(readdirSync(folder)).toEqual(['verified.json']);
  });

  it('is written although a run that was killed left its lock', async () => {
    mkdirSync(`${file}.lock`);
    utimesSync(`${file}.lock`, 1, 1);
    await changeStamps(file, 'pages', new Map([['page', stamp]]));
    expect(readStamps(file, 'pages').size).toBe(1);
  });
});
