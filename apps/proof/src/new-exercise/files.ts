import type { ExerciseMode } from '@lakeproof/contracts';
import { codeFiles } from './code-files.js';
import { quizFiles } from './quiz-files.js';
import type { NewFiles } from './new-files.js';
import { testsFiles } from './tests-files.js';

/** What a new exercise of each mode starts from: it loads, and says in each place what belongs there. */
export const newFiles: Readonly<Record<ExerciseMode, (slug: string) => NewFiles>> = {
  tests: testsFiles,
  code: codeFiles,
  quiz: quizFiles,
};
