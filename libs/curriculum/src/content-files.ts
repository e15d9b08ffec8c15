import { constants } from 'node:fs';
import type { Dirent } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { filePathSchema } from '@lakeproof/contracts';
import type { SandboxFile } from '@lakeproof/contracts';
import { ExerciseError, fileError } from './exercise-error.js';

/** A folder or file of content: where it lies, and what people call it. */
export interface Place {
  readonly path: string;
  /** `exercises/day-1-unit-tests/clean-orders`: for messages, never a machine's own path. */
  readonly label: string;
}

export const inside = ({ path, label }: Place, name: string): Place => ({
  path: join(path, name),
  label: `${label}/${name}`,
});

/** No file of content is larger; no folder of an exercise holds more. */
const maxFileBytes = 4 * 1024 * 1024;
const maxFolderBytes = 16 * 1024 * 1024;

const linkProblem = 'is a symbolic link: put the file itself there';

/** What tools leave behind when someone runs the code in place. */
const leftovers = new Set([
  '.DS_Store',
  '.ipynb_checkpoints',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '__pycache__',
  'artifacts',
  'derby.log',
  'metastore_db',
  'spark-warehouse',
]);

/**
 * Names in a folder, sorted; undefined when there is no such folder.
 * @throws ExerciseError for a folder that can't be read, or that holds anything but plain files and folders
 */
export async function entriesOf(place: Place): Promise<Dirent[] | undefined> {
  let entries: Dirent[];
  try {
    entries = await readdir(place.path, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    if (codeOf(error) === 'ENOTDIR') throw fileError(place.label, 'must be a folder');
    throw unreadable(place.label, error);
  }
  const kept = entries.filter(({ name }) => !leftovers.has(name) && !name.endsWith('.pyc'));
  for (const entry of kept) {
    if (entry.isFile() || entry.isDirectory()) continue;
    throw fileError(
      inside(place, entry.name).label,
      entry.isSymbolicLink() ? linkProblem : 'is neither a file nor a folder: remove it',
    );
  }
  return kept.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Follows no link to a folder. Folders inside one that was read are checked by `entriesOf` already.
 * @throws ExerciseError when the place is a symbolic link
 */
export async function refuseLink({ path, label }: Place): Promise<void> {
  const stat = await lstat(path).catch((error: unknown) => {
    // Where there is nothing there is no link: whoever reads it says that it is missing.
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw unreadable(label, error);
  });
  if (stat?.isSymbolicLink()) throw fileError(label, linkProblem);
}

/**
 * All files under a folder with paths relative to it, sorted by path; none when there is no such folder.
 * @throws ExerciseError as `entriesOf`, and for files too large or with names a sandbox can't take
 */
export async function filesUnder(place: Place): Promise<SandboxFile[]> {
  const files = await walk(place, '');
  const total = files.reduce((sum, { content }) => sum + content.length, 0);
  if (total > maxFolderBytes)
    throw fileError(place.label, `holds ${String(total)} bytes: at most ${String(maxFolderBytes)} are taken`);
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function walk(place: Place, prefix: string): Promise<SandboxFile[]> {
  const entries = (await entriesOf(place)) ?? [];
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const path = `${prefix}${entry.name}`;
      const here = inside(place, entry.name);
      if (entry.isDirectory()) return walk(here, `${path}/`);
      const name = filePathSchema.safeParse(path);
      if (!name.success) throw fileError(here.label, name.error.issues[0]?.message ?? 'has an unusable name');
      return [{ path, content: textOrBytes(await bytesOf(here)) }];
    }),
  );
  return nested.flat();
}

/**
 * A text file's content.
 * @throws ExerciseError when it is missing, unreadable, a link, or not UTF-8
 */
export async function textOf(place: Place): Promise<string> {
  const content = textOrBytes(await bytesOf(place));
  if (typeof content !== 'string') throw fileError(place.label, 'must be UTF-8 text without NUL characters');
  return content;
}

async function bytesOf({ path, label }: Place): Promise<Buffer> {
  try {
    // Not through a link, and never waiting for a pipe's other end.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) throw fileError(label, 'must be a plain file');
      if (stat.size > maxFileBytes)
        throw fileError(label, `has ${String(stat.size)} bytes: at most ${String(maxFileBytes)} are taken`);
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ExerciseError) throw error;
    if (codeOf(error) === 'ENOENT') throw fileError(label, 'is missing');
    if (codeOf(error) === 'ELOOP') throw fileError(label, linkProblem);
    throw unreadable(label, error);
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function textOrBytes(bytes: Buffer): string | Uint8Array {
  try {
    const text = utf8.decode(bytes);
    return text.includes('\u0000') ? new Uint8Array(bytes) : text;
  } catch {
    return new Uint8Array(bytes);
  }
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;

/** What the file system refuses is the author's to mend; anything else is an error of ours, and stays one. */
const unreadable = (label: string, error: unknown): unknown => {
  const code = codeOf(error);
  return code === undefined ? error : fileError(label, `can't be read (${code})`);
};
