import type { MantineColorsTuple } from '@mantine/core';

/** The one accent. 7 carries white text on light pages, 4 dark text on dark ones. */
export const lake: MantineColorsTuple = [
  '#e8f7f5',
  '#cfecea',
  '#a3dcd7',
  '#74cbc4',
  '#47bab1',
  '#239f96',
  '#128880',
  '#0b736c',
  '#085c57',
  '#064541',
];

/** Greys with a breath of the lake in them. */
export const gray: MantineColorsTuple = [
  '#f5f9f9',
  '#ecf2f2',
  '#dde6e6',
  '#c9d5d6',
  '#a9b9bb',
  '#7d9194',
  '#5d7276',
  '#475b5f',
  '#2c3d41',
  '#102024',
];

/** Mantine reads these in the dark scheme: 0 is text, 7 the page. */
export const dark: MantineColorsTuple = [
  '#e3ecec',
  '#bccacc',
  '#9cb0b3',
  '#677c81',
  '#2a3a3f',
  '#1e2b2f',
  '#131d20',
  '#0b1315',
  '#080e10',
  '#050a0b',
];
