import { z } from 'zod';

/** What stands in an answer, once it is read, in the place of a word that its reader doesn't know. */
export const unknownWord = 'unknown';

/**
 * A list of words in an answer, which may get longer: an open tab may be older than the API. It reads `unknown` for a
 * word of a later list, and so says by its types what it shows then. The API never sends that, and its description
 * doesn't name it.
 */
export const openEnum = <Words extends Record<string, string>>(words: z.ZodEnum<Words>) =>
  z
    .enum({ ...words.enum, [unknownWord]: unknownWord } as Words & { readonly unknown: typeof unknownWord })
    .meta({ enum: words.options });

/** An object with an unknown word in it, and whatever else: it is read, and never sent. */
export const neverSent = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).meta({ neverSent: true });
