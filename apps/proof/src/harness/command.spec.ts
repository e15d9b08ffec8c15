import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { itemsIn } from './command.js';

let runner: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(runner, path)), { recursive: true });
  writeFileSync(join(runner, path), text);
};
const inputs = async () => new Map((await itemsIn(runner)).map((item) => [item.name, item.inputs]));

beforeEach(() => {
  runner = mkdtempSync(join(tmpdir(), 'runner-'));
  for (const path of ['test', 'protocol/events.json', 'harness/tests/conftest.py']) write(path, '');
  for (const name of ['a', 'b']) write(`harness/tests/test_${name}.py`, '');
});
afterEach(() => {
  rmSync(runner, { recursive: true });
});

describe("the harness's tests", () => {
  it.each(['test', 'protocol/events.json', 'harness/tests/conftest.py'])(
    'are all run again after a change of %s',
    async (path) => {
      const before = await inputs();
      write(path, 'changed');
      const after = await inputs();
      for (const [name, digest] of before) expect(after.get(name)).not.toBe(digest);
    },
  );

  it('are run again file by file', async () => {
    const before = await inputs();
    write('harness/tests/test_a.py', 'changed');
    const after = await inputs();
    expect(after.get('test_a.py')).not.toBe(before.get('test_a.py'));
    expect(after.get('test_b.py')).toBe(before.get('test_b.py'));
  });
});
