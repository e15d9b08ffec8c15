import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What Python and its tools leave behind. */
const isCache = (path: string) => /\/(?:__pycache__|\.[a-z]+_cache)\//.test(path);

/** The files of a folder and of those in it, of whatever kind, by their path from the root. */
export const filesIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !isCache(path))
    .sort();

export const isSpec = (path: string) => /\.spec\.tsx?$/.test(path);

/** What a package's specs share. Nothing that is shipped reads it. */
export const isTesting = (path: string) => path.includes('/src/testing/');

/** Of a package's sources: what it ships, data beside the code too. */
export const shippedFiles = (root: string, folder: string): string[] =>
  filesIn(root, folder).filter((path) => !isSpec(path) && !isTesting(path));
