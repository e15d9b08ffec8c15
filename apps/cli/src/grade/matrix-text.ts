import type { MatrixCell, TestVerdict, Verdict, VariantVerdict } from '@lakeproof/contracts';
import { type Colour, cut, type Paint, printable } from '@lakeproof/terminal';

/** What a cell of the matrix means, with the sign that stands for it: never by colour alone. */
const signs = {
  caught: { sign: '●', colour: 'green', word: 'caught the bug' },
  exception: { sign: '◆', colour: 'green', word: 'caught it by an exception' },
  alarm: { sign: '!', colour: 'magenta', word: 'failed, but the test also rejects a correct version' },
  uncounted: { sign: '○', colour: 'yellow', word: 'failed in a way that does not count for this bug' },
  passed: { sign: '·', colour: 'dim', word: 'passed' },
  skipped: { sign: '-', colour: 'dim', word: 'skipped' },
  absent: { sign: ' ', colour: 'dim', word: '' },
} as const;
type Meaning = keyof typeof signs;

/** The test x variant matrix, correct versions first, as lines. Columns carry the numbers of the lists below it. */
export function matrixText(verdict: Verdict, paint: Paint, width: number): string[] {
  if (verdict.tests.length === 0) return [];
  const groups = groupsOf(verdict);
  const columns = groups.reduce((sum, group) => sum + gap.length + group.width, 0);
  const longest = Math.max(...verdict.tests.map(({ id }) => indent.length + nameOf(id).length));
  const names = Math.min(longest, Math.max(24, width - columns - indent.length));
  const row = (name: string, cellsOf: (group: Group) => Ink[]) =>
    indent +
    name.padEnd(names) +
    groups.map((group) => gap + painted(cellsOf(group), group.width, paint)).join('');

  const cells = new Map(verdict.matrix.map((cell) => [keyOf(cell.test, cell.variant), cell]));
  const used = new Set<Meaning>();
  const lines = [
    row('', ({ name }) => [{ text: name, colour: 'bold' }]),
    row('', ({ variants }) => variants.map((_, n) => ({ text: inCell(String(n + 1)), colour: 'dim' }))),
  ];
  let file = '';
  for (const test of verdict.tests) {
    if (fileOf(test.id) !== file) {
      file = fileOf(test.id);
      lines.push(indent + paint('bold', printable(file)));
    }
    const name = cut(indent + printable(nameOf(test.id)), names);
    const inks = ({ variants }: Group) =>
      variants.map((variant): Ink => {
        const meaning = meaningOf(test, variant, cells.get(keyOf(test.id, variant.name)));
        used.add(meaning);
        return { text: inCell(signs[meaning].sign), colour: signs[meaning].colour };
      });
    lines.push(row(name, inks));
  }
  return [...lines.map((line) => line.trimEnd()), '', ...legend(used, paint)];
}

/** Columns that belong together, under one title. */
interface Group {
  readonly name: string;
  readonly variants: readonly VariantVerdict[];
  readonly width: number;
}

interface Ink {
  readonly text: string;
  readonly colour: Colour;
}

const indent = '  ';
const gap = '  ';
const cellWidth = 3;
const inCell = (text: string) => text.padStart(cellWidth - 1).padEnd(cellWidth);

const groupsOf = ({ variants }: Verdict): Group[] =>
  [
    { name: ' correct', variants: variants.filter(({ kind }) => kind === 'correct') },
    { name: ' bugs', variants: variants.filter(({ kind }) => kind === 'mutant') },
  ]
    .filter((group) => group.variants.length > 0)
    .map((group) => ({ ...group, width: Math.max(group.name.length, group.variants.length * cellWidth) }));

/** Filled up to a width that the invisible codes of colours don't count into. */
function painted(inks: readonly Ink[], width: number, paint: Paint): string {
  const seen = inks.reduce((sum, { text }) => sum + text.length, 0);
  return inks.map(({ text, colour }) => paint(colour, text)).join('') + ' '.repeat(Math.max(0, width - seen));
}

function meaningOf(test: TestVerdict, variant: VariantVerdict, cell: MatrixCell | undefined): Meaning {
  if (!cell) return 'absent';
  if (cell.outcome === 'passed' || cell.outcome === 'skipped') return cell.outcome;
  if (variant.kind === 'correct' || !test.valid) return 'alarm';
  if (!variant.caughtBy.includes(test.id)) return 'uncounted';
  return cell.cause === 'assertion' ? 'caught' : 'exception';
}

const legend = (used: ReadonlySet<Meaning>, paint: Paint) =>
  (Object.keys(signs) as Meaning[])
    .filter((meaning) => used.has(meaning) && meaning !== 'absent')
    .map(
      (meaning) =>
        `${indent}${paint(signs[meaning].colour, signs[meaning].sign)} ${paint('dim', signs[meaning].word)}`,
    );

const keyOf = (test: string, variant: string) => JSON.stringify([test, variant]);
const fileOf = (id: string) => id.split('::')[0] ?? '';
export const nameOf = (id: string) => id.split('::').slice(1).join('::') || id;
