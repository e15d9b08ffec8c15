import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filePathSchema, submissionLimits, type Reason, type SubmissionFile } from '@lakeproof/contracts';
import { SentenceError } from '@lakeproof/terminal';

/** The files of a submission, or why they can't be one. `notes` names what was left out. */
export type Submission =
  | { readonly files: readonly SubmissionFile[]; readonly notes: readonly string[] }
  | { readonly reason: Reason; readonly message: string; readonly notes: readonly string[] };

/** Entries looked at before it is clear that this is no submission's folder: somebody's home, a disk. */
const maxEntries = 2000;

/** What a run of pytest with Spark leaves behind beside the tests. */
const leftovers = new Set(['__pycache__', 'spark-warehouse', 'metastore_db', 'derby.log']);

/**
 * Reads a submission's folder as what it is: somebody else's. Symbolic links are not followed, special
 * files not opened, nothing is read beyond the limits. Hidden files and what Python and Spark leave
 * behind are ignored.
 *
 * @throws SentenceError when there is no such folder, or it holds far more than a submission
 */
export async function readSubmission(folder: string): Promise<Submission> {
  await checkFolder(folder);
  const notes: string[] = [];
  const paths = await regularFiles(folder, notes);
  if (paths.length > submissionLimits.files)
    return refused(
      'too-many-files',
      `${folder} holds ${paths.length} files: at most ${submissionLimits.files} are taken.`,
      notes,
    );
  const files: SubmissionFile[] = [];
  let total = 0;
  for (const path of paths) {
    const badPath = filePathSchema.safeParse(path).error?.issues[0]?.message;
    if (badPath) return refused('collection-error', `The name ${JSON.stringify(path)} ${badPath}.`, notes);
    const bytes = await readCapped(join(folder, path), submissionLimits.fileBytes);
    if (bytes === 'too-large')
      return refused('too-large', `${path} is larger than ${kibibytes(submissionLimits.fileBytes)}.`, notes);
    total += bytes.length;
    if (total > submissionLimits.totalBytes)
      return refused(
        'too-large',
        `The files are larger than ${kibibytes(submissionLimits.totalBytes)} in all.`,
        notes,
      );
    const content = textOf(bytes);
    if (content === undefined)
      return refused('syntax-error', `${path} is not UTF-8 text. Save it as UTF-8.`, notes);
    files.push({ path, content });
  }
  if (files.length === 0) return refused('no-tests', `${folder} holds no file that could be a test.`, notes);
  return { files, notes };
}

async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (!found) throw new SentenceError(`There is no folder ${folder}.`);
  if (!found.isDirectory())
    throw new SentenceError(`${folder} is no folder. Name the folder that holds your files.`);
}

/** Relative paths in a fixed order, so that the same folder is the same submission everywhere. */
async function regularFiles(folder: string, notes: string[]): Promise<string[]> {
  const files: string[] = [];
  const folders = [''];
  let seen = 0;
  for (let inside = folders.shift(); inside !== undefined; inside = folders.shift()) {
    for (const entry of await readdir(join(folder, inside), { withFileTypes: true })) {
      seen += 1;
      if (seen > maxEntries)
        throw new SentenceError(
          `${folder} holds more than ${maxEntries} files and folders. Name the folder that holds your submission alone.`,
        );
      const path = inside ? `${inside}/${entry.name}` : entry.name;
      if (isIgnored(entry.name)) continue;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push(path);
      else
        notes.push(
          `${path} is ${entry.isSymbolicLink() ? 'a symbolic link' : 'no regular file'} and was left out.`,
        );
    }
  }
  return files.sort();
}

const isIgnored = (name: string) => name.startsWith('.') || name.endsWith('.pyc') || leftovers.has(name);

/** Opened without following a link, in case it became one meanwhile; never more than the limit is read. */
async function readCapped(path: string, limit: number): Promise<Buffer | 'too-large'> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const buffer = Buffer.alloc(limit + 1);
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      if (bytesRead === 0) return buffer.subarray(0, length);
      length += bytesRead;
      if (length > limit) return 'too-large';
    }
  } finally {
    await file.close();
  }
}

/** Undefined for bytes that are no UTF-8, and for NUL, which Python refuses in a source file. A byte order mark stays. */
function textOf(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\u0000') ? undefined : text;
  } catch {
    return undefined;
  }
}

const refused = (reason: Reason, message: string, notes: readonly string[]): Submission => ({
  reason,
  message,
  notes,
});
const kibibytes = (bytes: number) => `${bytes / 1024} KiB`;
