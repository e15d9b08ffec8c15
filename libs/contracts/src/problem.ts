import { z } from 'zod';
import { type SubmissionId, submissionIdSchema } from './ids.js';

/** Every error the API answers with. One list: the API maps a code to a status, the web app to what it shows. */
export const problemStatus = {
  'not-signed-in': 401,
  'wrong-credentials': 401,
  forbidden: 403,
  'wrong-origin': 403,
  'not-found': 404,
  'exercise-unavailable': 409,
  'under-way': 409,
  'too-many-under-way': 409,
  'no-enrolment': 403,
  'invalid-request': 422,
  'key-reused': 422,
  'invalid-files': 422,
  'too-large': 413,
  'too-many-files': 422,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof problemStatus;

/** application/problem+json (RFC 9457). */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(problemStatus) as [ProblemCode, ...ProblemCode[]]),
  detail: z.string(),
  /** For invalid requests: the field and what is wrong with it. */
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
  /** Of `under-way`: the submission to wait for, or to stop. */
  submission: submissionIdSchema.optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** A failure people can act on. `detail` is a sentence that says what to do. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  /** After which the same may be tried again, where that is known. */
  readonly retryAfterSeconds: number | undefined;
  /** The one that is in the way. */
  readonly submission: SubmissionId | undefined;
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors?: readonly { path: string; message: string }[],
    more: { readonly retryAfterSeconds?: number; readonly submission?: SubmissionId } = {},
  ) {
    super(detail);
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.submission = more.submission;
  }
}
