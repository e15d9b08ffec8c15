import { inSandbox } from '@lakeproof/contracts';
import type { Catalogue, CatalogueExercise } from '@lakeproof/curriculum';

/** The command that writes the table. */
export const writes = 'npm run check:content -- --write';

/** What is taught, as a page in Markdown made from the tree: days, lessons, exercises, mutants, concepts. */
export function curriculumTable({ days, articles, templates, exercises }: Catalogue): string {
  const taught = days.filter((day) => day.lessons.length + day.exercises.length > 0);
  const all = [...exercises.values()];
  const lessons = taught.flatMap((day) => day.lessons);
  const concepts = new Set(all.flatMap(conceptsOf));
  return [
    '# What is taught',
    `Made from \`exercises/\` by \`${writes}\`; \`script/test\` fails when it is out of date.`,
    [
      sum(taught.length, 'day'),
      sum(lessons.length, 'lesson'),
      sum(all.length, 'exercise'),
      sum(total(all.map(mutants)), 'mutant'),
      sum(concepts.size, 'concept'),
      sum(articles.length, 'article'),
      sum(templates.length, 'template'),
    ].join(', '),
    ...taught.flatMap((day) => [
      `## ${day.title}`,
      sum(total([...day.lessons, ...day.exercises].map(({ minutes }) => minutes)), 'minute'),
      table(
        ['', 'minutes', 'mode', 'engine', 'mutants', 'concepts'],
        [
          ...day.lessons.map(({ title, minutes, engine, concepts: of }) => [
            `Lesson: ${title}`,
            String(minutes),
            'read',
            engine,
            '',
            of.join(', '),
          ]),
          ...day.exercises.map((exercise) => [
            exercise.title,
            String(exercise.minutes),
            exercise.mode,
            inSandbox(exercise) ? exercise.engine : '',
            String(mutants(exercise) || ''),
            conceptsOf(exercise).join(', '),
          ]),
        ],
      ),
    ]),
    '',
  ].join('\n\n');
}

const mutants = (exercise: CatalogueExercise): number =>
  inSandbox(exercise) ? exercise.variants.filter(({ kind }) => kind === 'mutant').length : 0;

/** What its bugs or its questions are about, sorted; what it names where it has neither. */
function conceptsOf(exercise: CatalogueExercise): string[] {
  const found = inSandbox(exercise)
    ? exercise.variants.flatMap((variant) => (variant.kind === 'mutant' ? [variant.concept] : []))
    : exercise.questions.map(({ concept }) => concept);
  return [...new Set(found.length > 0 ? found : exercise.concepts)].sort();
}

const total = (numbers: readonly number[]) => numbers.reduce((sumOf, number) => sumOf + number, 0);

const sum = (count: number, what: string) => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
