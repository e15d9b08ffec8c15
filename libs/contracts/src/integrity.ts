import { z } from 'zod';

/**
 * Something a suite did that can't be prevented and doesn't belong into a test: for the trainer, with the
 * verdict and never in it. Changes no score.
 */
export const integrityNoteSchema = z.strictObject({
  /** What kind of thing, in the harness's word: `read-code-under-test`. */
  code: z.string(),
  /** The file, the command, the address. */
  detail: z.string(),
  /** Names of the variants on which it was noticed. */
  variants: z.array(z.string()),
  /** Ids of the tests that ran then; none while files were imported. */
  tests: z.array(z.string()),
});
export type IntegrityNote = z.infer<typeof integrityNoteSchema>;

const sentences: Readonly<Record<string, string>> = {
  'read-code-under-test': 'reads the code under test as text',
  'read-proc': 'reads about other processes in /proc',
  process: 'starts a process',
  socket: 'opens a network connection',
  ctypes: 'loads a native library',
};

/** What a note's code means, for people; the code itself when a newer harness knows more. */
export const integritySentence = (code: string): string => sentences[code] ?? code;
