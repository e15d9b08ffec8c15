import type { NewFiles } from './new-files.js';
import { placeholder } from './placeholder.js';
import { conftest, limits, pipeline, testModule } from './suite-files.js';

const bugs = [1, 2, 3, 4, 5].map((n) => `bug-${String(n)}`);

/** Mode `tests`: the learner writes tests, graded by correct versions and bugs. */
export const testsFiles = (slug: string): NewFiles => ({
  'exercise.json': {
    $schema: '../../exercise.schema.json',
    title: placeholder('Two to four words a learner knows the exercise by'),
    mode: 'tests',
    engine: 'classic',
    concepts: ['first-concept'],
    minutes: 25,
    points: 10,
    visible: ['pipeline.py'],
    editable: ['test_pipeline.py', 'conftest.py'],
    variants: [
      { name: 'reference', kind: 'correct' },
      {
        name: 'another-way',
        kind: 'correct',
        title: placeholder('How it does the same in another way'),
      },
      {
        name: 'elsewhere',
        kind: 'correct',
        title: 'Another time zone, seven shuffle partitions',
        conf: { 'spark.sql.session.timeZone': 'Asia/Kolkata', 'spark.sql.shuffle.partitions': '7' },
      },
      ...bugs.map((name) => ({
        name,
        kind: 'mutant',
        concept: 'first-concept',
        title: placeholder('What goes wrong, in a sentence; shown once caught'),
        hint: [
          placeholder('A question that makes one think of it'),
          placeholder('The place in the code, or the rule of Spark'),
          placeholder('The data that would show it'),
        ],
        story: placeholder('What it cost Nimbus Outdoor, with a figure'),
      })),
    ],
    limits,
  },
  'README.md': `# ${placeholder('The title')}

${placeholder('The story in two sentences: who relies on this step, and for what')}

## What the code promises

${placeholder('Columns in, columns out, nulls, duplicates, time zones: all a fair test needs. No word about the bugs')}

## Your task

Write tests in \`test_pipeline.py\` that pass on every correct version and fail on every version with a bug.
A test that fails on a correct version is a false alarm: it catches nothing and costs points.
`,
  'reference/pipeline.py': pipeline(placeholder('What this step promises')),
  'variants/another-way/pipeline.py': pipeline(placeholder('The same promise, kept in another way')),
  ...Object.fromEntries(
    bugs.map((name) => [
      `variants/${name}/pipeline.py`,
      pipeline(placeholder(`The promise of the reference, broken by the one small mistake of ${name}`)),
    ]),
  ),
  'starter/test_pipeline.py': testModule('test_keeps_one_of_each_order', 'An example to go on from.'),
  'starter/conftest.py': conftest(slug),
  'solution/test_pipeline.py': testModule(
    'test_promise',
    placeholder('Tests that catch every bug by an assertion, one reason each'),
  ),
  'solution/conftest.py': conftest(slug),
  'samples/weak/test_pipeline.py': testModule(
    'test_row_count',
    placeholder('A suite that people would write at first, and what it misses'),
  ),
  'samples/weak/conftest.py': conftest(slug),
});
