import { filePathSchema } from '@lakeproof/contracts';
import { z } from 'zod';

/**
 * The name of a file of one's own as it is typed, with what to do about it.
 * @param taken names that are in use already
 */
export const fileNameSchema = (taken: readonly string[]) =>
  z.object({
    name: z
      .string()
      .trim()
      .min(1, { abort: true, error: 'Type a name, such as test_more.py.' })
      .superRefine((name, context) => {
        const problem = filePathSchema.safeParse(name).error?.issues[0]?.message;
        if (problem !== undefined)
          context.addIssue({ code: 'custom', message: `The name ${problem}.`, continue: false });
      })
      .endsWith('.py', { abort: true, error: 'The name must end in .py: only Python files are run.' })
      .regex(/^[\w./-]+$/, { abort: true, error: 'Use letters, digits, "_", "-", "." and "/" only.' })
      .superRefine((name, context) => {
        const same = taken.find((path) => path.toLowerCase() === name.toLowerCase());
        if (same !== undefined) context.addIssue({ code: 'custom', message: `${same} is there already.` });
      }),
  });
