import type { Variant } from '@lakeproof/contracts';
import type { SandboxExercise } from '@lakeproof/curriculum';
import type { Colour, Paint } from '@lakeproof/terminal';
import { createTwoFilesPatch } from 'diff';
import { baseFiles, changesBetween, countLines, filesOf, textOf, type FileChange } from './file-changes.js';

/** A variant's difference from the reference, as a unified diff below a line that says what it is. */
export function variantText(exercise: SandboxExercise, variant: Variant, paint: Paint): string {
  const changes = changesBetween(baseFiles(exercise), filesOf(exercise, variant));
  return [
    paint('bold', headOf(exercise, variant).join(' · ')),
    ...settingsOf(variant),
    ...changes.flatMap((change) => coloured(patchOf(change, variant), paint)),
    '',
  ].join('\n');
}

/** What it is, and how many lines it adds and removes. */
export function statText(exercise: SandboxExercise, variant: Variant, paint: Paint): string {
  const changes = changesBetween(baseFiles(exercise), filesOf(exercise, variant));
  const { added, removed } = countLines(changes);
  const counts = `${paint('green', `+${String(added)}`)} ${paint('red', `-${String(removed)}`)}`;
  return [counts, ...headOf(exercise, variant), ...settingsOf(variant)].join(' · ');
}

/** `Bug 3` is what participants read, too: its number among those of its kind. */
function headOf({ variants }: SandboxExercise, variant: Variant): string[] {
  const number = variants.filter(({ kind }) => kind === variant.kind).indexOf(variant) + 1;
  const label = `${variant.kind === 'mutant' ? 'Bug' : 'Correct version'} ${String(number)}`;
  const concept = variant.kind === 'mutant' ? [variant.concept] : [];
  return [label, variant.name, ...concept, ...(variant.title === undefined ? [] : [variant.title])];
}

const settingsOf = ({ conf = {} }: Variant): string[] =>
  Object.entries(conf).map(([name, value]) => `${name} = ${value}`);

function patchOf({ path, before, after }: FileChange, { name }: Variant): string {
  const [old, changed] = [textOf(before), textOf(after)];
  const [from, to] = [`reference/${path}`, `variants/${name}/${path}`];
  if (old === undefined || changed === undefined) return `${from} and ${to} differ, and are no text`;
  // Its first line is a rule that says nothing.
  return createTwoFilesPatch(from, to, old, changed).split('\n').slice(1).join('\n').trimEnd();
}

const coloured = (patch: string, paint: Paint): string[] =>
  patch.split('\n').map((line) => {
    const colour = colourOf(line);
    return colour ? paint(colour, line) : line;
  });

function colourOf(line: string): Colour | undefined {
  if (line.startsWith('---') || line.startsWith('+++')) return 'dim';
  if (line.startsWith('@@')) return 'cyan';
  if (line.startsWith('+')) return 'green';
  return line.startsWith('-') ? 'red' : undefined;
}
