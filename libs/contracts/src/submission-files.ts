import { z } from 'zod';
import { submissionLimits } from './limits.js';

const isUnsafe = (path: string) =>
  path.startsWith('/') ||
  path.includes('\\') ||
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f]/.test(path) ||
  path.split('/').some((part) => part === '' || part === '.' || part === '..');

/** A relative path with `/` between folders; nothing that could leave the submission's folder. */
export const filePathSchema = z
  .string()
  .min(1)
  .max(200)
  .refine((path) => !isUnsafe(path), {
    message: 'must be a relative path such as tests/test_orders.py, without "..", "\\" or a "/" at its start',
  });

/** `a` and `a/b` for `a/b/c.py`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, last) => parts.slice(0, last + 1).join('/'));
}

const utf8Bytes = (text: string) => new TextEncoder().encode(text).length;

export const submissionFileSchema = z.strictObject({
  path: filePathSchema,
  content: z.string().refine((content) => !content.includes('\u0000') && content.isWellFormed(), {
    message: 'must be UTF-8 text without NUL characters',
  }),
});
export type SubmissionFile = z.infer<typeof submissionFileSchema>;

/** The files a participant sends, within the limits; each path once. */
export const submissionFilesSchema = z
  .array(submissionFileSchema)
  .min(1, 'must hold at least one file')
  .superRefine((files, context) => {
    for (const problem of filesProblems(files))
      context.addIssue({ code: 'custom', message: problem.message, params: { reason: problem.reason } });
  });
export type SubmissionFiles = readonly SubmissionFile[];

interface FilesProblem {
  readonly reason: 'too-large' | 'too-many-files' | 'duplicate';
  readonly message: string;
}

/** What is wrong with the files as a whole, each with the sentence for its sender. */
function filesProblems(files: SubmissionFiles): FilesProblem[] {
  const problems: FilesProblem[] = [];
  if (files.length > submissionLimits.files)
    problems.push({
      reason: 'too-many-files',
      message: `${String(files.length)} files: at most ${String(submissionLimits.files)} are taken`,
    });
  const sizes = files.map((file) => ({ path: file.path, bytes: utf8Bytes(file.content) }));
  for (const { path, bytes } of sizes)
    if (bytes > submissionLimits.fileBytes)
      problems.push({
        reason: 'too-large',
        message: `${path} has ${String(bytes)} bytes: at most 65,536 are taken`,
      });
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > submissionLimits.totalBytes)
    problems.push({
      reason: 'too-large',
      message: `${String(total)} bytes in all: at most 262,144 are taken`,
    });
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) problems.push({ reason: 'duplicate', message: `${path} is there twice` });
    if (folders.has(path))
      problems.push({ reason: 'duplicate', message: `${path} is a file, and a folder of another file` });
    seen.add(path);
  }
  return problems;
}
