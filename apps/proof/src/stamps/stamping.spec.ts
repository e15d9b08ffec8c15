import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { capturedIo } from '@lakeproof/terminal/testing';
import type { Item } from './stamp.js';
import { Stamping } from './stamping.js';
import { readStamps } from './verified-file.js';

const [a, b] = ['a', 'b'].map((name): Item => ({
  name,
  inputs: '0'.repeat(64),
  group: name,
  isCore: true,
})) as [Item, Item];
const zeros = '0'.repeat(12);
const ground = { stock: zeros, semantics: zeros, mechanics: zeros, host: zeros };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamping-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'verified.json');
const begin = () => Stamping.on(ground, 'attacks', capturedIo({ VERIFIED_FILE: file() }).io);
const stamped = () => [...readStamps(file(), 'attacks')].map(([name, { turn }]) => `${name} ${String(turn)}`);

describe('a run of a suite', () => {
  it('stamps what held, and takes the stamp of what did not', async () => {
    const first = begin();
    first.held(a, 1);
    first.held(b, 1);
    await first.save();
    const second = begin();
    second.held(a, 1);
    second.broke(b);
    await second.save();
    expect(stamped()).toEqual(['a 2']);
  });

  it('that is stopped gives and takes no stamp from then on', async () => {
    const first = begin();
    first.held(a, 1);
    await first.save();
    const stop = new AbortController();
    const second = begin();
    second.heed(stop.signal);
    stop.abort();
    second.broke(a);
    second.held(b, 1);
    await second.save();
    expect(stamped()).toEqual(['a 1']);
    expect(second.wasStopped).toBe(true);
  });

  it('leaves what another run of the suite stamped meanwhile', async () => {
    const [one, other] = [begin(), begin()];
    one.held(a, 1);
    other.held(b, 1);
    await Promise.all([one.save(), other.save()]);
    expect(stamped()).toEqual(['a 1', 'b 1']);
  });
});
