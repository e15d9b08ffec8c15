import { codeFiles } from './code-files.js';
import { quizFiles } from './quiz-files.js';
import type { NewFiles } from './new-files.js';
import { testsFiles } from './tests-files.js';

export const modes = ['tests', 'code', 'quiz'] as const;
export type Mode = (typeof modes)[number];

/** What a new exercise of each mode starts from: it loads, and says in each place what belongs there. */
export const newFiles: Readonly<Record<Mode, (slug: string) => NewFiles>> = {
  tests: testsFiles,
  code: codeFiles,
  quiz: quizFiles,
};
