import { z } from 'zod';

/** What stands for a surviving bug in a view: `bug-3`. */
export const survivorKeySchema = z.string().regex(/^bug-[1-9]\d{0,2}$/, 'must look like bug-3');

export const openHintBodySchema = z.strictObject({
  /** The one to open, from 1; each after the one before it. */
  level: z.number().int().min(1).max(3),
});
export type OpenHintBody = z.infer<typeof openHintBodySchema>;

/** The hints on one survivor that are open, this one included, and how many there are. */
export const openedHintsSchema = z.strictObject({
  key: survivorKeySchema,
  hints: z.array(z.string()),
  hintLevels: z.number().int().nonnegative(),
});
export type OpenedHints = z.infer<typeof openedHintsSchema>;
