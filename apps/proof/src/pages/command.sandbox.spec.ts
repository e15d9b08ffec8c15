import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { capturedIo } from '@lakeproof/terminal/testing';
import { runVerifyPages } from './command.js';

jest.setTimeout(600_000);

const curriculum = {
  workshop: { title: 'T', trainer: 'B', feeEur: 7000, seats: 10, dayRateEur: 800, modes: ['online'] },
  days: [{ slug: 'day-1', title: 'Day', lessons: [], exercises: [] }],
  reference: ['true', 'false'],
  templates: ['project'],
};
const matter = '---\ntitle: T\nsummary: S\n---\n\n';
const fence = (words: string, code: string) => `\`\`\`${words}\n${code}\n\`\`\`\n\n`;

const truths = [
  fence('python shown', 'dbutils.fs.ls("/")'),
  fence('python file=pipeline.py', 'def doubled(x):\n    return x + 2'),
  fence(
    'python pytest=test_p.py',
    'from pipeline import doubled\n\n\ndef test_it(spark):\n    assert doubled(3) == 6',
  ),
  fence('output', 'FAILED test_p.py::test_it - assert 5 == 6'),
  fence('python file=pipeline.py', 'def doubled(x):\n    return x * 2'),
  fence('python pytest=test_again.py', 'from test_p import test_it'),
  fence('output', 'PASSED test_again.py::test_it'),
  fence('python run', 'from pipeline import doubled\n\nspark.range(doubled(1)).createOrReplaceTempView("t")'),
  fence('sql run', 'SELECT count(*) AS n FROM t;'),
  fence('output', '+---+\n|n  |\n+---+\n|2  |\n+---+'),
  fence('python run raises', 'spark.table("nowhere").collect()'),
  fence('output', 'AnalysisException: [TABLE_OR_VIEW_NOT_FOUND]…\n…'),
];
const lies = [
  fence('python shown', 'def f(:'),
  fence('python run', 'print(1 + 1)'),
  fence('output', '3'),
  fence('python run', 'print("unasked")'),
  fence('python run raises', 'pass'),
  fence('output', 'KeyError: 1'),
];
const files = {
  'curriculum.json': JSON.stringify(curriculum),
  'day-1/day.md': '# Day\n',
  'reference/true.md': matter + truths.join(''),
  'reference/false.md': matter + lies.join(''),
  'templates/project/template.json': '{ "title": "P", "summary": "S" }',
  'templates/project/README.md': '# P\n',
  'templates/project/pyproject.toml':
    '[tool.pytest.ini_options]\npythonpath = ["src"]\ntestpaths = ["tests"]\n',
  'templates/project/src/shop/__init__.py': '',
  'templates/project/src/shop/orders.py':
    'from pyspark.sql.functions import udf\n\n\ndef doubled(x):\n    return x * 2\n\n\nas_udf = lambda: udf(doubled, "long")\n',
  'templates/project/tests/test_orders.py':
    'from shop.orders import as_udf\n\n\ndef test_in_workers(spark):\n    assert spark.range(2).select(as_udf()("id")).collect()[1][0] == 2\n',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lakeproof-pages-'));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
});
afterAll(() => rm(folder, { recursive: true }));

async function verify(...args: string[]) {
  const captured = capturedIo({
    ...process.env,
    EXERCISES_DIR: folder,
    VERIFIED_FILE: join(folder, 'verified.json'),
    LAKEPROOF_ROOT: '../..',
  });
  const code = await runVerifyPages(args, captured.io);
  return { code, stdout: captured.stdout(), stderr: captured.stderr() };
}

describe('verifying pages', () => {
  it('holds for a page that tells the truth and a template whose tests pass', async () => {
    const { code, stdout } = await verify('true', 'templates/project');
    expect(stdout).toContain('✓ reference/true  8 blocks on classic');
    expect(stdout).toContain('✓ templates/project  its own tests');
    expect(stdout).toMatch(/2 passed, 0 failed\n$/);
    expect(code).toBe(0);
    const { pages } = JSON.parse(await readFile(join(folder, 'verified.json'), 'utf8')) as { pages: object };
    expect(Object.keys(pages)).toEqual(['reference/true', 'templates/project']);
  });

  it('names each block that lies, with its line and what came', async () => {
    const { code, stdout } = await verify('false');
    expect(stdout).toContain('reference/false.md:6 shown does not compile: SyntaxError');
    expect(stdout).toContain('reference/false.md:10 run shows (-), but this came (+):\n      - 3\n      + 2');
    expect(stdout).toContain('reference/false.md:18 run has no output block, but printed:\n      + unasked');
    expect(stdout).toContain('reference/false.md:22 raises raised nothing');
    expect(stdout).toMatch(/0 passed, 1 failed\n$/);
    expect(code).toBe(1);
  });

  it('names the pages there are when one is mistyped', async () => {
    const { code, stderr } = await verify('ture');
    expect(stderr).toContain(
      'There is no page or template ture that could be loaded. There are: reference/true',
    );
    expect(code).toBe(2);
  });
});
