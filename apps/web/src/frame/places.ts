import type { Me } from '@lakeproof/contracts';

/** A page that is reached from every other one. */
export interface Place {
  readonly to: '/learn' | '/curriculum' | '/articles';
  readonly label: string;
}

const forEverybody: readonly Place[] = [
  { to: '/curriculum', label: 'Curriculum' },
  { to: '/articles', label: 'Articles' },
];
/** The days are open to all roles: a cohort's admin may look at what is taught. */
const forSignedIn: readonly Place[] = [{ to: '/learn', label: 'Your four days' }];

/** Where somebody can go; undefined is a visitor. */
export const placesOf = (me: Me | undefined): readonly Place[] =>
  me ? [...forSignedIn, ...forEverybody] : forEverybody;
