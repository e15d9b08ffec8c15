import type { NewFiles } from './new-files.js';
import { placeholder } from './placeholder.js';
import { conftest, limits, pipeline, testModule } from './suite-files.js';

/** Mode `code`: the learner writes code or configuration, graded by hidden tests on every version. */
export const codeFiles = (slug: string): NewFiles => ({
  'exercise.json': {
    $schema: '../../exercise.schema.json',
    title: placeholder('Two to four words a learner knows the exercise by'),
    mode: 'code',
    engine: 'classic',
    concepts: ['first-concept'],
    minutes: 30,
    points: 10,
    visible: [],
    editable: ['pipeline.py'],
    variants: [
      { name: 'reference', kind: 'correct' },
      {
        name: 'elsewhere',
        kind: 'correct',
        title: 'Another time zone, seven shuffle partitions',
        conf: { 'spark.sql.session.timeZone': 'Asia/Kolkata', 'spark.sql.shuffle.partitions': '7' },
      },
    ],
    hiddenTests: [{ id: 'test_hidden.py::test_promise', weight: 2 }],
    limits,
  },
  'README.md': `# ${placeholder('The title')}

${placeholder('The story in two sentences: what is asked for, and by whom')}

## What the code must do

${placeholder('Every behaviour a hidden test checks, each in a sentence of its own')}

## Your task

Write \`pipeline.py\`. Hidden tests run it in more than one environment.
`,
  'reference/test_hidden.py': testModule(
    'test_promise',
    placeholder('One behaviour of the README; name each test in hiddenTests of exercise.json'),
  ),
  'reference/conftest.py': conftest(slug),
  'starter/pipeline.py': pipeline(placeholder('What the learner starts from')),
  'solution/pipeline.py': pipeline(placeholder('Code that passes every hidden test')),
  'samples/weak/pipeline.py': pipeline(
    placeholder('Code that people would write at first, and what it misses'),
  ),
});
