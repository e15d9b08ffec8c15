import { z } from 'zod';

/** Why a submission was not graded. `infrastructure` is ours and never costs an attempt. */
export const reasonSchema = z.enum([
  'no-tests',
  'syntax-error',
  'import-error',
  'collection-error',
  'timeout',
  'out-of-memory',
  'too-much-output',
  'too-many-files',
  'too-large',
  'invalid-answers',
  'infrastructure',
]);
export type Reason = z.infer<typeof reasonSchema>;

/** What a person reads: what happened and what to do about it. */
export const reasonSentence: Record<Reason, string> = {
  'no-tests':
    'pytest found no test in your files. Name test files test_*.py and test functions test_*, then submit again.',
  'syntax-error': 'Python could not parse one of your files. Mend the line named below, then submit again.',
  'import-error':
    'An import in your files failed. Check the module names: you can import the files you see, pyspark, pandas, chispa and pytest.',
  'collection-error':
    'pytest could not finish your suite, because your code raised an error or ended the Python process. Remove the cause named below, then submit again.',
  timeout:
    'Your tests did not finish in time on a correct version. Look for an endless loop, or for a test that reads more data than it needs.',
  'out-of-memory':
    'Your tests needed more memory than a sandbox has. Use a few rows per test, and avoid collect() on large ranges.',
  'too-much-output': 'Your tests printed more than 1 MiB. Remove the print() calls, then submit again.',
  'too-many-files': 'A submission holds at most 32 files. Remove the ones your tests do not need.',
  'too-large': 'A file may be 64 KiB, and all files together 256 KiB. Build small data inside the tests.',
  'invalid-answers':
    'answers.json could not be read as answers to this quiz. Mend what is named below, then submit again.',
  infrastructure:
    'The fault is ours, not yours: the sandbox could not finish. Your attempt was given back; submit again.',
};
