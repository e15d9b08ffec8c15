import { createBundledHighlighter } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

/** The languages of the lessons; anything else is shown as plain text. */
const langs = {
  bash: () => import('shiki/langs/bash.mjs'),
  diff: () => import('shiki/langs/diff.mjs'),
  ini: () => import('shiki/langs/ini.mjs'),
  java: () => import('shiki/langs/java.mjs'),
  json: () => import('shiki/langs/json.mjs'),
  python: () => import('shiki/langs/python.mjs'),
  scala: () => import('shiki/langs/scala.mjs'),
  sql: () => import('shiki/langs/sql.mjs'),
  toml: () => import('shiki/langs/toml.mjs'),
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
