import { z } from 'zod';

const digest = z.string().regex(/^[0-9a-f]{12}$/);

/** What verifying rests on besides the content: the parts of the runner image, and the host's own code. */
export const groundSchema = z.strictObject({
  stock: digest,
  semantics: digest,
  mechanics: digest,
  host: digest,
});
export type Ground = z.infer<typeof groundSchema>;

/** Under what something held when it was verified last. */
export const stampSchema = z.strictObject({
  /** Of its own content. */
  inputs: digest,
  ground: groundSchema,
  /** Which run of its suite that was: the lowest has waited longest. */
  turn: z.number().int().positive(),
  seconds: z.number().nonnegative(),
});
export type Stamp = z.infer<typeof stampSchema>;

/** Something that a suite verifies in a sandbox. */
export interface Item {
  readonly name: string;
  /** SHA-256 (hex) of its content. */
  readonly inputs: string;
  /** What takes its turn together, as an exercise's submissions do. */
  readonly group: string;
  /** Verified whenever what decides how tests end has changed, though others of its group are not. */
  readonly isCore: boolean;
}

/** Digests are kept short: they tell versions apart, and prove nothing. */
export const short = (sha256: string) => sha256.replace('sha256:', '').slice(0, 12);
