import type { Role, VariantOutcome } from '@lakeproof/contracts';

/** Who looks at a verdict, and which bugs a trainer has revealed to them. */
export interface Viewer {
  readonly role: Role;
  /** Names of mutants. */
  readonly revealed?: readonly string[];
  /** How many hints this viewer has opened, by the name of the mutant. */
  readonly openedHints?: ReadonlyMap<string, number>;
}

/**
 * Whether a viewer may know a mutant's name, title, concept and story: a trainer always, all others
 * once it is caught or revealed.
 */
export function maySee(viewer: Viewer, mutant: string, outcome: VariantOutcome | undefined): boolean {
  return viewer.role === 'trainer' || outcome === 'caught' || (viewer.revealed?.includes(mutant) ?? false);
}
