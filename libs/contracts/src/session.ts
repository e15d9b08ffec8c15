import { z } from 'zod';
import { cohortIdSchema, enrolmentIdSchema, userIdSchema } from './ids.js';
import { openEnum } from './open-enum.js';

/** Roles belong to a cohort; platform admin is global and stands on the user. */
export const roleSchema = z.enum(['participant', 'trainer', 'admin']);
export type Role = z.infer<typeof roleSchema>;

export const loginBodySchema = z.strictObject({
  email: z.email().max(200),
  password: z.string().min(1).max(200),
});
export type LoginBody = z.infer<typeof loginBodySchema>;

export const meSchema = z.strictObject({
  id: userIdSchema,
  name: z.string(),
  email: z.string(),
  platformAdmin: z.boolean(),
  enrolments: z.array(
    z.strictObject({
      id: enrolmentIdSchema,
      role: openEnum(roleSchema),
      cohort: z.strictObject({ id: cohortIdSchema, name: z.string() }),
    }),
  ),
});
export type Me = z.infer<typeof meSchema>;
