import type { Engine } from './catalogue.js';
import type { ExerciseLimits } from './limits.js';
import type { SandboxMode } from './mode.js';
import type { VariantKind } from './variant.js';

/** A file on its way into a sandbox; content files of exercises may be binary. */
export interface SandboxFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** One variant of the code under test: the reference with `overlay` laid over it, under `conf`. */
export interface SandboxVariant {
  readonly name: string;
  readonly kind: VariantKind;
  readonly conf: Readonly<Record<string, string>>;
  readonly overlay: readonly SandboxFile[];
  /**
   * In place of the job's submission, for this variant alone. For content of ours: what strangers send has a
   * sandbox of its own.
   */
  readonly submission?: readonly SandboxFile[];
}

/** All a sandbox needs to run one submission. Names and kinds of variants stay on the host. */
export interface SandboxJob {
  readonly mode: SandboxMode;
  readonly engine: Engine;
  readonly reference: readonly SandboxFile[];
  readonly submission: readonly SandboxFile[];
  readonly variants: readonly SandboxVariant[];
  readonly limits: ExerciseLimits;
}
