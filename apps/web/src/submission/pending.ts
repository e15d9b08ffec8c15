import { slugSchema, submitBodySchema } from '@lakeproof/contracts';
import { z } from 'zod';

/** A submission that has not been answered yet: kept with its key until it is. */
export const pendingSchema = z.strictObject({
  key: z.uuid(),
  exercise: slugSchema,
  body: submitBodySchema,
});
export type Pending = z.infer<typeof pendingSchema>;

const place = (user: string, exercise: string) => `lakeproof:pending:${user}:${exercise}`;

export function keepPending(user: string, pending: Pending): void {
  try {
    localStorage.setItem(place(user, pending.exercise), JSON.stringify(pending));
  } catch {
    // No storage: it is lost with the page, and only then.
  }
}

export function pendingOf(user: string, exercise: string): Pending | undefined {
  try {
    return pendingSchema.parse(JSON.parse(localStorage.getItem(place(user, exercise)) ?? 'null'));
  } catch {
    return undefined;
  }
}

export function forgetPending(user: string, exercise: string): void {
  try {
    localStorage.removeItem(place(user, exercise));
  } catch {
    // Nothing was kept.
  }
}
