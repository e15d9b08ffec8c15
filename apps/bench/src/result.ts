import { z } from 'zod';
import { figuresSchema } from './figures.js';
import { machineSchema } from './machine.js';

/** What `--json` writes, and all that the tables are made from. */
export const resultSchema = z.object({
  startedAt: z.iso.datetime(),
  seconds: z.number(),
  rounds: z.number(),
  quick: z.boolean(),
  machine: machineSchema,
  /** The load of the machine when each round began: what else it did. */
  loads: z.array(z.number()),
  titles: z.record(z.string(), z.string()),
  figures: figuresSchema,
});
export type Result = z.infer<typeof resultSchema>;
