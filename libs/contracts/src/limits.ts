import { z } from 'zod';

/** What one submission may hold. */
export const submissionLimits = {
  fileBytes: 64 * 1024,
  files: 32,
  totalBytes: 256 * 1024,
  pathChars: 200,
  /** Of one name between two `/`, in UTF-8: no file system of a sandbox takes more. */
  nameBytes: 255,
  pathBytes: 512,
} as const;

/** JSON may write each byte of a text as six: `\u0001`. */
const escaped = 6;
/** `{"path":"","content":""},` and the blanks of who indents. */
const frameOfFile = 64;

/** Bytes of the largest submission within these limits, as JSON. */
export const submissionBodyBytes =
  escaped * (submissionLimits.totalBytes + submissionLimits.files * submissionLimits.pathBytes) +
  submissionLimits.files * frameOfFile +
  1024;

/** An exercise's own limits: seconds for all variants together and for one, and the sandbox's memory. */
export const exerciseLimitsSchema = z.strictObject({
  seconds: z.number().int().min(5).max(900).default(120),
  variantSeconds: z.number().int().min(2).max(300).default(20),
  memoryMiB: z.number().int().min(1024).max(8192).default(2048),
});
export type ExerciseLimits = z.infer<typeof exerciseLimitsSchema>;
