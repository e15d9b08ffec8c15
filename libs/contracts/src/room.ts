import { z } from 'zod';
import { workerFaultsSchema } from './worker-pulse.js';

/** When a room gets ready and is looked after, and what its canary must keep to. */
export const roomRules = {
  /** Sandboxes are warmed, and the canary is graded, from so long before a class until its end. */
  leadSeconds: 20 * 60,
  /** A canary that takes longer turns the light off: so would a class of ten. */
  canarySeconds: 30,
  /** After so long without one nobody knows. */
  staleSeconds: 10 * 60,
  /** So long an error that nobody foresaw turns the light off. */
  faultSeconds: 10 * 60,
} as const;

/**
 * `skipped`: every sandbox was at work for somebody, and the canary takes none from them.
 * `failed`: it could not be graded at all.
 */
export const canaryOutcomeSchema = z.enum(['right', 'wrong', 'failed', 'skipped']);
export type CanaryOutcome = z.infer<typeof canaryOutcomeSchema>;

/** A small suite of the platform's own, graded on a small exercise of its own: the way a submission takes. */
export const canarySchema = z.strictObject({
  at: z.iso.datetime(),
  outcome: canaryOutcomeSchema,
  /** From having a sandbox to the verdict; null when it came to none. */
  seconds: z.number().nonnegative().nullable(),
  /** Verdicts in words. */
  expected: z.string(),
  got: z.string().nullable(),
  /** Why there was none, as a sentence. */
  problem: z.string().nullable(),
});
export type CanaryView = z.infer<typeof canarySchema>;

/** Whether a class could start, or go on. */
export const roomViewSchema = z.strictObject({
  ready: z.boolean(),
  /** Why, or why not, in a sentence. */
  reason: z.string(),
  /** The class that is on, else the next one; null when none is planned. `soon`: its sandboxes are being warmed. */
  class: z
    .strictObject({
      startsAt: z.iso.datetime(),
      endsAt: z.iso.datetime(),
      phase: z.enum(['later', 'soon', 'on']),
    })
    .nullable(),
  sandboxes: z.strictObject({
    warm: z.number().int().nonnegative(),
    busy: z.number().int().nonnegative(),
  }),
  /** The last one; null when none was ever graded. */
  canary: canarySchema.nullable(),
});
export type RoomView = z.infer<typeof roomViewSchema>;

const serviceSchema = z.strictObject({ up: z.boolean(), message: z.string() });

/** For platform admins: what grading needs, and the room of whichever cohort has class now or next. */
export const healthReportSchema = z.strictObject({
  postgres: serviceSchema,
  redis: serviceSchema,
  worker: serviceSchema.extend({ faults: workerFaultsSchema }),
  room: roomViewSchema,
});
export type HealthReport = z.infer<typeof healthReportSchema>;
