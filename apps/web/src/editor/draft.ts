import { submissionFileSchema, submissionLimits, type SubmissionFile } from '@lakeproof/contracts';
import { z } from 'zod';

/**
 * What a learner changed, kept in the browser. Only differences are kept, so that a starter file nobody touched
 * follows when the exercise is mended.
 */
export const draftSchema = z.strictObject({
  /** Starter files with another content, by path. */
  changed: z.array(submissionFileSchema),
  /** Files of the learner's own. */
  own: z.array(submissionFileSchema),
});
export type Draft = z.infer<typeof draftSchema>;

export const noChanges: Draft = { changed: [], own: [] };

export const isEmpty = ({ changed, own }: Draft): boolean => changed.length + own.length === 0;

type Files = readonly SubmissionFile[];

const at = (files: Files, path: string) => files.find((file) => file.path === path);
const without = (files: Files, path: string) => files.filter((file) => file.path !== path);

/** The files as the editor shows them and as they are sent: the starter's in its order, then own ones. */
export function filesOf(starter: Files, { changed, own }: Draft): SubmissionFile[] {
  const kept = new Set(starter.map(({ path }) => path));
  return [
    ...starter.map((file) => at(changed, file.path) ?? at(own, file.path) ?? file),
    // A starter file the exercise no longer has stays with the learner if they had worked on it.
    ...[...changed, ...own].filter(({ path }, index, all) => {
      return !kept.has(path) && all.findIndex((other) => other.path === path) === index;
    }),
  ];
}

/** The draft from which `filesOf` gives these files again. */
export function draftOf(starter: Files, files: Files): Draft {
  const changed = files.filter((file) => {
    const original = at(starter, file.path);
    return original !== undefined && original.content !== file.content;
  });
  return { changed, own: files.filter(({ path }) => at(starter, path) === undefined) };
}

export const edit = (files: Files, path: string, content: string): SubmissionFile[] =>
  files.map((file) => (file.path === path ? { path, content } : file));

export const rename = (files: Files, from: string, to: string): SubmissionFile[] =>
  files.map((file) => (file.path === from ? { path: to, content: file.content } : file));

export const remove = (files: Files, path: string): SubmissionFile[] => without(files, path);

/** Paths of the files that aren't the same in both, those that are missing in one included. */
export const differing = (some: Files, others: Files): string[] =>
  [...new Set([...some, ...others].map(({ path }) => path))].filter(
    (path) => at(some, path)?.content !== at(others, path)?.content,
  );

/** Bytes as they count against the limits. */
export const bytesOf = (content: string): number => new TextEncoder().encode(content).length;

export interface Size {
  readonly files: number;
  readonly bytes: number;
  /** The first limit that is broken, as a sentence; null when all is well. */
  readonly problem: string | null;
}

const kib = (bytes: number) => `${Math.ceil(bytes / 1024)} KiB`;

/** What would be sent, against what is taken. */
export function sizeOf(files: Files): Size {
  const bytes = files.reduce((sum, { content }) => sum + bytesOf(content), 0);
  const large = files.find(({ content }) => bytesOf(content) > submissionLimits.fileBytes);
  const problem = () => {
    if (files.length > submissionLimits.files)
      return `${files.length} files: at most ${submissionLimits.files} can be sent. Delete the ones your tests do not need.`;
    if (large)
      return `${large.path} has ${kib(bytesOf(large.content))}: a file may have 64 KiB. Build small data inside the tests.`;
    if (bytes > submissionLimits.totalBytes)
      return `${kib(bytes)} in all: at most 256 KiB can be sent. Build small data inside the tests.`;
    return null;
  };
  return { files: files.length, bytes, problem: problem() };
}
