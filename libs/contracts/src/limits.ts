import { z } from 'zod';

/** What one submission may hold. */
export const submissionLimits = {
  fileBytes: 64 * 1024,
  files: 32,
  totalBytes: 256 * 1024,
} as const;

/** An exercise's own limits: seconds for all variants together and for one, and the sandbox's memory. */
export const exerciseLimitsSchema = z.strictObject({
  seconds: z.number().int().min(5).max(900).default(120),
  variantSeconds: z.number().int().min(2).max(300).default(20),
  memoryMiB: z.number().int().min(1024).max(8192).default(2048),
});
export type ExerciseLimits = z.infer<typeof exerciseLimitsSchema>;
