import { createBundledHighlighter } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** The languages of the lessons; anything else is shown as plain text. */
const langs = {
  bash: () => import('shiki/langs/bash.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  yaml: () => import('shiki/langs/yaml.mjs'),
};

const themes = {
  'github-light-default': () => import('shiki/themes/github-light-default.mjs'),
  'github-dark-default': () => import('shiki/themes/github-dark-default.mjs'),
};

const createHighlighter = createBundledHighlighter({
  langs,
  themes,
  engine: () => createJavaScriptRegexEngine(),
});

let highlighter: ReturnType<typeof create> | undefined;

const create = () =>
  createHighlighter({ langs: [], themes: ['github-light-default', 'github-dark-default'] });

/** The one highlighter of this process. A grammar is loaded when the first block of its language comes. */
export const sharedHighlighter = () => (highlighter ??= create());
