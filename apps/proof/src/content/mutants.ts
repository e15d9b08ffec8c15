import type { Variant } from '@lakeproof/contracts';
import type { SandboxExercise } from '@lakeproof/curriculum';
import { changesBetween, countLines, filesOf } from '../variants/file-changes.js';

/** The most that any of 94 mutants in code changed when the rule was made; 81 changed four at most. */
export const mostChangedLines = 12;

/** Rows of data are not counted: one fault of a load spoils any number of them. */
const code = /\.(?:py|sql|ya?ml|toml)$/;

/** What keeps mutants from being one seeded bug each, in sentences. */
export function mutantProblems(exercise: SandboxExercise): string[] {
  const mutants = exercise.variants.filter(({ kind }) => kind === 'mutant');
  return mutants.flatMap((mutant) => [...twins(exercise, mutant), ...tooLarge(exercise, mutant)]);
}

/** Of two mutants that are the same, the second one is named. */
function twins(exercise: SandboxExercise, mutant: Variant): string[] {
  const { slug, variants } = exercise;
  return variants
    .filter((other) => other.kind === 'correct' || variants.indexOf(other) < variants.indexOf(mutant))
    .filter((other) => isSame(exercise, other, mutant))
    .map((other) => `${slug}: the mutant ${mutant.name} is the very same as ${other.name}`);
}

const isSame = (exercise: SandboxExercise, a: Variant, b: Variant): boolean =>
  changesBetween(filesOf(exercise, a), filesOf(exercise, b)).length === 0 && settings(a) === settings(b);

const settings = ({ conf = {} }: Variant) => JSON.stringify(Object.entries(conf).sort());

function tooLarge(exercise: SandboxExercise, mutant: Variant): string[] {
  const correct = exercise.variants.filter(({ kind }) => kind === 'correct');
  const lines = Math.min(...correct.map((version) => changedLines(exercise, version, mutant)));
  if (lines <= mostChangedLines) return [];
  const { slug } = exercise;
  return [
    `${slug}: the mutant ${mutant.name} is ${String(lines)} lines away from every correct version, more than ${String(mostChangedLines)}: seed one mistake. See: npm run variants -- ${slug} --only ${mutant.name}`,
  ];
}

function changedLines(exercise: SandboxExercise, from: Variant, to: Variant): number {
  const changes = changesBetween(filesOf(exercise, from), filesOf(exercise, to));
  const { added, removed } = countLines(changes.filter(({ path }) => code.test(path)));
  return added + removed;
}
