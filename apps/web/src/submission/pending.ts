import { slugSchema, submitBodySchema } from '@lakeproof/contracts';
import { z } from 'zod';
import { stored } from '../ui/stored.js';

const pendingSchema = z.strictObject({ key: z.uuid(), exercise: slugSchema, body: submitBodySchema });
/** A submission that has not been answered yet: kept with its key until it is. */
export type Pending = z.infer<typeof pendingSchema>;

export const pendingPlace = (user: string, exercise: string) =>
  stored(`lakeproof:pending:${user}:${exercise}`, pendingSchema);
