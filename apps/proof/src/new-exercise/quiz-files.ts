import type { NewFiles } from './new-files.js';
import { placeholder } from './placeholder.js';

const ids = ['first-question', 'second-question', 'third-question'];

const question = (id: string) => ({
  id,
  concept: 'first-concept',
  text: placeholder('Something to predict, in Markdown; code in a fence. Run it before you write the answer'),
  choices: [
    {
      text: placeholder('What most people expect'),
      why: placeholder('What it would take for this to be true'),
    },
    {
      text: placeholder('What really happens'),
      right: true,
      why: placeholder('The rule of Spark behind it, in a sentence'),
    },
    { text: placeholder('Another plausible answer'), why: placeholder('Why it is not so') },
  ],
});

/** Mode `quiz`: questions, graded at once without a sandbox. */
export const quizFiles = (): NewFiles => ({
  'exercise.json': {
    $schema: '../../exercise.schema.json',
    title: placeholder('Two to four words a learner knows the quiz by'),
    mode: 'quiz',
    concepts: ['first-concept'],
    minutes: 10,
    points: ids.length,
    questions: ids.map(question),
  },
  'README.md': `# ${placeholder('The title')}\n\n${placeholder('What the questions are about, in two sentences')}\n`,
  'solution/answers.json': Object.fromEntries(ids.map((id) => [id, ['b']])),
  'samples/weak/answers.json': Object.fromEntries(ids.map((id) => [id, ['a']])),
});
