import type { SubmissionFiles, SubmissionKind } from '@lakeproof/contracts';
import { createHash } from 'node:crypto';

/** What of a submission makes it the same one when it comes again; the order of its files doesn't. */
export interface SubmissionContent {
  /** Slug of the exercise. */
  readonly exercise: string;
  readonly kind: SubmissionKind;
  readonly files: SubmissionFiles;
}

/** Equal for equal content, and for no other. */
export function contentDigest({ exercise, kind, files }: SubmissionContent): string {
  const inOrder = files
    .map(({ path, content }) => [path, content] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([exercise, kind, inOrder]))
    .digest('hex');
}
