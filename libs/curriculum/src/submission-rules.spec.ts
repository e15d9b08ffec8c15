import { describe, expect, it } from '@jest/globals';
import { submissionProblems, withoutCopies } from './submission-rules.js';

const exercise = {
  mode: 'tests' as const,
  editable: ['test_orders.py', 'conftest.py'],
  visibleFiles: [{ path: 'pipeline.py', content: 'code' }],
  reference: [
    { path: 'pipeline.py', content: 'code' },
    { path: 'data/rates.csv', content: 'EUR,1' },
  ],
  overlays: new Map([['anti-join', [{ path: 'extra.py', content: 'x' }]]]),
};
const problems = (path: string, content = 'x', mode: 'tests' | 'code' = 'tests') =>
  submissionProblems({ ...exercise, mode }, [{ path, content }]).map(({ message }) => message);

describe('a submission', () => {
  it.each([
    'test_orders.py',
    'conftest.py',
    'helpers/builders.py',
    'pytest.ini',
    'test_pipeline.py',
    'pipelines.py',
  ])('may hold %s', (path) => {
    expect(problems(path)).toEqual([]);
  });

  it.each([
    { path: 'pipeline.py', place: 'pipeline.py', why: 'the code under test' },
    { path: 'pipeline/__init__.py', place: 'pipeline.py', why: 'a package Python would import instead' },
    { path: 'pipeline.py/test_x.py', place: 'pipeline.py', why: 'a folder where a file must be' },
    { path: 'data', place: 'data/rates.csv', why: 'a file where a folder must be' },
    { path: 'extra.py', place: 'extra.py', why: 'a file of a variant' },
  ])('may not hold $path: $why', ({ path, place }) => {
    expect(problems(path)).toEqual([
      `${path} stands in the place of ${place}, which belongs to the exercise. Undo your change to it, or choose another name.`,
    ]);
  });

  it('may hold an unchanged copy of a visible file, which is left out', () => {
    const files = [
      { path: 'pipeline.py', content: 'code' },
      { path: 'test_orders.py', content: 'x' },
    ];
    expect(submissionProblems(exercise, files)).toEqual([]);
    expect(withoutCopies(exercise, files)).toEqual([files[1]]);
  });

  it.each(['conftest.py', 'pytest.ini', 'sub/conftest.py', 'pyproject.toml'])(
    'in mode code may not steer the hidden tests by %s',
    (path) => {
      const strict = { ...exercise, mode: 'code' as const, editable: ['orders.py'] };
      expect(submissionProblems(strict, [{ path, content: 'x' }])).toEqual([
        { path, message: `${path} would change how the hidden tests run. Remove it from your submission.` },
      ]);
    },
  );

  it('in mode code may hold a file variants lay theirs over', () => {
    const overlaid = { ...exercise, mode: 'code' as const, editable: ['extra.py'] };
    expect(submissionProblems(overlaid, [{ path: 'extra.py', content: 'mine' }])).toEqual([]);
  });
});
