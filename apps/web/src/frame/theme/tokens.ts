import type { CSSVariablesResolver } from '@mantine/core';
import { dark, gray, lake } from './palette.js';

/** A meaning's colours: `solid` with `on` upon it, `text` on the page, `soft` as a background. */
interface MeaningTokens {
  readonly solid: string;
  readonly on: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
}

interface Tokens {
  readonly page: string;
  readonly surface: string;
  readonly sunken: string;
  readonly raised: string;
  readonly line: string;
  readonly lineStrong: string;
  readonly text: string;
  readonly dim: string;
  readonly accent: string;
  readonly accentSolid: string;
  readonly accentHover: string;
  readonly onAccent: string;
  readonly accentSoft: string;
  readonly caught: MeaningTokens;
  readonly survived: MeaningTokens;
  readonly alarm: MeaningTokens;
  readonly code: Readonly<
    Record<'keyword' | 'string' | 'number' | 'function' | 'comment' | 'type' | 'punctuation', string>
  >;
}

const light: Tokens = {
  page: gray[0],
  surface: '#ffffff',
  sunken: gray[1],
  raised: '#ffffff',
  line: gray[2],
  lineStrong: gray[5],
  text: gray[9],
  dim: '#4b6065',
  accent: lake[7],
  accentSolid: lake[7],
  accentHover: lake[8],
  onAccent: '#ffffff',
  accentSoft: lake[0],
  caught: { solid: '#1d7f3c', on: '#ffffff', text: '#17682f', soft: '#dff3e3', line: '#a5d7b1' },
  survived: { solid: '#f2a31f', on: '#2b1900', text: '#855000', soft: '#fdf0d6', line: '#ecc67f' },
  alarm: { solid: '#6b46d6', on: '#ffffff', text: '#5932c4', soft: '#ece6fd', line: '#c8b8f4' },
  code: {
    keyword: '#7a2ea0',
    string: '#1d6b3a',
    number: '#9a4a00',
    function: '#0b5f8a',
    comment: '#5b7074',
    type: '#0b736c',
    punctuation: '#475b5f',
  },
};

const night: Tokens = {
  page: dark[7],
  surface: dark[6],
  sunken: '#0f181b',
  raised: '#19262a',
  line: '#233136',
  lineStrong: '#6c8388',
  text: dark[0],
  dim: '#9cb0b3',
  accent: lake[3],
  accentSolid: lake[4],
  accentHover: lake[3],
  onAccent: '#03201e',
  accentSoft: '#11302f',
  caught: { solid: '#43b86b', on: '#03170a', text: '#7ad49a', soft: '#12301f', line: '#2b6b42' },
  survived: { solid: '#f3b14a', on: '#2b1900', text: '#f5c473', soft: '#362711', line: '#7d5a20' },
  alarm: { solid: '#a78bfa', on: '#170a3a', text: '#c3b0fb', soft: '#271f45', line: '#5a4796' },
  code: {
    keyword: '#d3a4f2',
    string: '#8fd6a4',
    number: '#f0b67a',
    function: '#86c5ee',
    comment: '#8a9ea2',
    type: '#74cbc4',
    punctuation: '#a9b9bb',
  },
};

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `caught.soft` becomes `--lp-caught-soft`. */
function variables(tokens: object, prefix = '--lp'): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tokens).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string'
        ? [[`${prefix}-${kebab(name)}`, value]]
        : Object.entries(variables(value as object, `${prefix}-${kebab(name)}`)),
    ),
  );
}

/** What Mantine's own components take from the tokens. */
const mantine = (tokens: Tokens) => ({
  '--mantine-color-body': tokens.page,
  '--mantine-color-text': tokens.text,
  '--mantine-color-dimmed': tokens.dim,
  '--mantine-color-anchor': tokens.accent,
  '--mantine-color-placeholder': tokens.dim,
  '--mantine-color-default': tokens.surface,
  '--mantine-color-default-hover': tokens.sunken,
  '--mantine-color-default-border': tokens.lineStrong,
  '--mantine-color-default-color': tokens.text,
  '--mantine-color-error': tokens.survived.text,
  '--mantine-primary-color-filled': tokens.accentSolid,
  '--mantine-primary-color-filled-hover': tokens.accentHover,
  '--mantine-primary-color-contrast': tokens.onAccent,
});

/** Both schemes' variables: the only place where a colour turns into CSS. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variables(light), ...mantine(light) },
  dark: { ...variables(night), ...mantine(night) },
});
