import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeFiles } from '@lakeproof/curriculum/testing';
import { toolProblems } from './tools.js';

const writes = (path: string, text: string) => `
from pathlib import Path
target = Path(__file__).parents[1] / "day-1" / "orders" / ${JSON.stringify(path)}
target.parent.mkdir(parents=True, exist_ok=True)
target.write_text(${JSON.stringify(text)})
`;
const data = 'day-1/orders/reference/batch/orders.csv';
const tool = { 'tools/orders.py': writes('reference/batch/orders.csv', 'id\n1\n') };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lakeproof-content-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function problemsOf(files: Record<string, string>): Promise<string[]> {
  await writeFiles(folder, files);
  return toolProblems(folder);
}

describe('a tool that writes data', () => {
  it('is fine when it writes what is there, beside code that was written by hand', async () => {
    const code = { 'day-1/orders/reference/pipeline.py': '', 'day-1/orders/variants/a/pipeline.py': '' };
    expect(await problemsOf({ ...tool, ...code, [data]: 'id\n1\n' })).toEqual([]);
  });

  it('is found when its data was changed by hand, and changes nothing itself', async () => {
    const problem = `${data} is not what tools/orders.py writes`;
    expect(await problemsOf({ ...tool, [data]: 'id\n2\n' })).toEqual([problem]);
    expect(await problemsOf({})).toEqual([problem]);
  });

  it('is found when its data is not there', async () => {
    expect(await problemsOf(tool)).toEqual([`${data} is not there, which tools/orders.py writes`]);
  });

  it('is found when it no longer writes data of its exercise', async () => {
    const old = 'day-1/orders/variants/late/batch/orders.csv';
    expect(await problemsOf({ ...tool, [data]: 'id\n1\n', [old]: 'id\n' })).toEqual([
      `${old} is data that tools/orders.py doesn't write`,
    ]);
  });

  it('may be a folder', async () => {
    const main = { 'tools/orders/__main__.py': 'import rows\n', 'tools/orders/rows.py': 'pass\n' };
    expect(await problemsOf(main)).toEqual(['tools/orders writes nothing']);
  });

  it('is found when it breaks', async () => {
    const [problem] = await problemsOf({ 'tools/orders.py': 'raise ValueError("no rows")\n' });
    expect(problem).toContain('tools/orders.py could not be run');
    expect(problem).toContain('ValueError: no rows');
  });

  it('leaves nothing beside the tools', async () => {
    await problemsOf({ ...tool, 'tools/orders/__main__.py': 'import rows\n', 'tools/orders/rows.py': '' });
    expect(await readdir(folder, { recursive: true })).not.toContain('tools/orders/__pycache__');
    expect((await readdir(folder)).sort()).toEqual(['tools']);
  });
});
