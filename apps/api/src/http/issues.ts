import { DomainError, type ProblemCode } from '@lakeproof/contracts';
import type { z } from 'zod';
import { mostTold } from './problem.js';

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'> & {
  readonly params?: Record<string, unknown> | undefined;
};

const sentences = {
  'too-large': 'The files are too large. Send less: a file may be 64 KiB, and all files together 256 KiB.',
  'too-many-files': 'There are too many files: a submission holds at most 32.',
  'invalid-files': 'The files can not be taken as they are. Change what is named below and send them again.',
  'invalid-request': 'The request is not as it must be. Change what is named below and send it again.',
} as const satisfies Partial<Record<ProblemCode, string>>;

/** The problem code for what a schema found: limits of the files have codes of their own. */
function codeOf(issues: readonly Issue[]): keyof typeof sentences {
  const reasons = issues.map((issue) => issue.params?.reason);
  if (reasons.includes('too-large')) return 'too-large';
  if (reasons.includes('too-many-files')) return 'too-many-files';
  return issues.every((issue) => issue.path[0] === 'files') ? 'invalid-files' : 'invalid-request';
}

/** What a schema refused, as the error its sender gets: each path with what is wrong there. */
export function domainErrorOfIssues(issues: readonly Issue[]): DomainError {
  const code = codeOf(issues);
  const errors = issues
    .slice(0, mostTold.errors)
    .map(({ path, message }) => ({ path: path.map(String).join('.'), message }));
  return new DomainError(code, sentences[code], errors);
}
