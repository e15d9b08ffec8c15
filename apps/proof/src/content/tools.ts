import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs each tool of exercises/tools in a folder that holds nothing but the tools, where it writes its files below the
 * exercises' folders, and compares them with those that are there.
 *
 * @returns in sentences, where a tool doesn't write what is there; none when each reproduces its data
 */
export async function toolProblems(exercises: string): Promise<string[]> {
  const problems: string[] = [];
  for (const tool of await toolsIn(join(exercises, 'tools')))
    problems.push(...(await problemsOf(exercises, tool)));
  return problems;
}

/** A file, or a folder that Python can run. */
async function toolsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const tools: string[] = [];
  for (const entry of entries) {
    const isTool = entry.isDirectory()
      ? await isThere(join(folder, entry.name, '__main__.py'))
      : entry.name.endsWith('.py');
    if (isTool) tools.push(entry.name);
  }
  return tools.sort();
}

async function problemsOf(exercises: string, tool: string): Promise<string[]> {
  const made = await mkdtemp(join(tmpdir(), 'lakeproof-tools-'));
  try {
    await cp(join(exercises, 'tools'), join(made, 'tools'), { recursive: true });
    await run('python3', [join(made, 'tools', tool)], { cwd: made });
    const written = (await filesBelow(made)).filter((path) => !path.startsWith('tools/'));
    if (written.length === 0) return [`tools/${tool} writes nothing`];
    const differing = await Promise.all(written.map((path) => difference(made, exercises, path)));
    return [
      ...differing.flatMap((what) => (what === undefined ? [] : [`${what} tools/${tool} writes`])),
      ...(await unwritten(exercises, written)).map(
        (path) => `${path} is data that tools/${tool} doesn't write`,
      ),
    ];
  } catch (error) {
    return [`tools/${tool} could not be run: ${error instanceof Error ? error.message : String(error)}`];
  } finally {
    await rm(made, { recursive: true });
  }
}

async function difference(made: string, exercises: string, path: string): Promise<string | undefined> {
  const there = await readFile(join(exercises, path)).catch(() => undefined);
  if (!there) return `${path} is not there, which`;
  return there.equals(await readFile(join(made, path))) ? undefined : `${path} is not what`;
}

/** Data of the exercises that a tool writes, but not this file; code is written by hand beside it. */
async function unwritten(exercises: string, written: readonly string[]): Promise<string[]> {
  const parts = new Set(
    written.flatMap((path) => {
      const [day = '', slug = ''] = path.split('/');
      return [`${day}/${slug}/reference`, `${day}/${slug}/variants`];
    }),
  );
  const found = await Promise.all(
    [...parts].map(async (part) =>
      (await filesBelow(join(exercises, part))).map((path) => `${part}/${path}`),
    ),
  );
  return found.flat().filter((path) => !/\.pyc?$/.test(path) && !written.includes(path));
}

async function filesBelow(folder: string): Promise<string[]> {
  if (!(await isThere(folder))) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
