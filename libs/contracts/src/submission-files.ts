import { z } from 'zod';
import { submissionLimits } from './limits.js';

const isUnsafe = (path: string) =>
  path.startsWith('/') ||
  path.includes('\\') ||
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f]/.test(path) ||
  path.split('/').some((part) => part === '' || part === '.' || part === '..');

const utf8Bytes = (text: string) => new TextEncoder().encode(text).length;

/**
 * A relative path with `/` between folders; nothing that could leave the submission's folder. One that is too
 * long is looked at no further, and neither is the list it stands in.
 */
export const filePathSchema = z
  .string()
  .min(1, { abort: true, error: 'must not be empty' })
  .max(submissionLimits.pathChars, {
    abort: true,
    error: `must have at most ${String(submissionLimits.pathChars)} characters`,
  })
  .refine((path) => path.isWellFormed(), 'must be text, without half of a surrogate pair')
  .refine((path) => path.split('/').every((name) => utf8Bytes(name) <= submissionLimits.nameBytes), {
    error: `must have names of at most ${String(submissionLimits.nameBytes)} bytes: letters beyond ASCII have two to four each`,
  })
  .refine((path) => utf8Bytes(path) <= submissionLimits.pathBytes, {
    error: `must have at most ${String(submissionLimits.pathBytes)} bytes: letters beyond ASCII have two to four each`,
  })
  .refine((path) => !isUnsafe(path), {
    error: 'must be a relative path such as tests/test_orders.py, without "..", "\\" or a "/" at its start',
  });

/** `a` and `a/b` for `a/b/c.py`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, last) => parts.slice(0, last + 1).join('/'));
}

export const submissionFileSchema = z.strictObject({
  path: filePathSchema,
  content: z.string().refine((content) => !content.includes('\u0000') && content.isWellFormed(), {
    message: 'must be UTF-8 text without NUL characters',
  }),
});
export type SubmissionFile = z.infer<typeof submissionFileSchema>;

/** A file of a submission as it was taken in: by the rules of its day, which may have been wider. */
export const storedFileSchema = z.strictObject({ path: z.string(), content: z.string() });

/**
 * The files a participant sends, within the limits; each path once. They are counted before one is looked at,
 * and compared with each other only once each is as it must be.
 */
export const submissionFilesSchema = z
  .array(z.unknown())
  .min(1, 'must hold at least one file')
  .superRefine((files, context) => {
    if (files.length > submissionLimits.files)
      addProblem(context, {
        reason: 'too-many-files',
        message: `${String(files.length)} files: at most ${String(submissionLimits.files)} are taken`,
      });
  })
  .pipe(
    z
      .array(submissionFileSchema)
      .superRefine((files, context) => {
        for (const problem of problemsTogether(files)) addProblem(context, problem);
      })
      .meta({
        minItems: 1,
        maxItems: submissionLimits.files,
        description:
          'Each path once, and none that is a folder of another. A file has at most 65,536 bytes in UTF-8, all together have 262,144.',
      }),
  );
export type SubmissionFiles = readonly SubmissionFile[];

interface FilesProblem {
  readonly reason: 'too-large' | 'too-many-files' | 'duplicate';
  readonly message: string;
}

function addProblem(context: z.RefinementCtx, { reason, message }: FilesProblem): void {
  context.addIssue({ code: 'custom', message, params: { reason } });
}

/** What is wrong with the files as a whole, each with the sentence for its sender. Paths only when the sizes are right. */
function problemsTogether(files: SubmissionFiles): FilesProblem[] {
  const tooLarge = sizeProblems(files);
  return tooLarge.length > 0 ? tooLarge : pathProblems(files);
}

function sizeProblems(files: SubmissionFiles): FilesProblem[] {
  const sizes = files.map((file) => ({ path: file.path, bytes: utf8Bytes(file.content) }));
  const problems = sizes
    .filter(({ bytes }) => bytes > submissionLimits.fileBytes)
    .map(({ path, bytes }) => `${path} has ${String(bytes)} bytes: at most 65,536 are taken`);
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > submissionLimits.totalBytes)
    problems.push(`${String(total)} bytes in all: at most 262,144 are taken`);
  return problems.map((message) => ({ reason: 'too-large', message }));
}

function pathProblems(files: SubmissionFiles): FilesProblem[] {
  const problems: string[] = [];
  const folders = new Set(files.flatMap(({ path }) => foldersOf(path)));
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) problems.push(`${path} is there twice`);
    if (folders.has(path)) problems.push(`${path} is a file, and a folder of another file`);
    seen.add(path);
  }
  return problems.map((message) => ({ reason: 'duplicate', message }));
}
