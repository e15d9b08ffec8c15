import { describe, expect, it } from '@jest/globals';
import { submitBodySchema } from '@lakeproof/contracts';
import { domainErrorOfIssues } from './issues.js';

const file = (path: string, content = '') => ({ path, content });
const errorOf = (body: unknown) => {
  const parsed = submitBodySchema.safeParse(body);
  if (parsed.success) throw new Error('the body was expected to be refused');
  return domainErrorOfIssues(parsed.error.issues);
};

describe('what a schema refuses', () => {
  it.each([
    ['a file of more than 64 KiB', [file('a.py', 'x'.repeat(65_537))], 'too-large', 'files'],
    [
      'files of more than 256 KiB',
      Array.from({ length: 5 }, (_, i) => file(`${i}.py`, 'x'.repeat(60_000))),
      'too-large',
      'files',
    ],
    ['33 files', Array.from({ length: 33 }, (_, i) => file(`${i}.py`)), 'too-many-files', 'files'],
    ['no file', [], 'invalid-files', 'files'],
    ['a way out of the folder', [file('../a.py')], 'invalid-files', 'files.0.path'],
    ['an absolute path', [file('/etc/passwd')], 'invalid-files', 'files.0.path'],
    ['a NUL in a path', [file('a\0.py')], 'invalid-files', 'files.0.path'],
    ['a NUL in a file', [file('a.py', '\0')], 'invalid-files', 'files.0.content'],
    ['the same file twice', [file('a.py'), file('a.py')], 'invalid-files', 'files'],
  ])('%s is told by its code and place', (_, files, code, path) => {
    const error = errorOf({ kind: 'submit', files });
    expect(error.code).toBe(code);
    expect(error.errors?.[0]?.path).toBe(path);
  });

  it('is told as an invalid request when it is not about files only', () => {
    expect(errorOf({ kind: 'grade me', files: [] }).code).toBe('invalid-request');
  });

  it('is cut when there is too much of it', () => {
    const issues = Array.from({ length: 1000 }, (_, n) => ({ path: ['files', n], message: 'wrong' }));
    expect(domainErrorOfIssues(issues).errors?.length).toBe(50);
  });
});
