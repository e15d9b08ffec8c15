import type { MatrixCell, TestVerdict, Verdict, VariantVerdict } from '@lakeproof/contracts';
import type { Paint } from '../paint.js';
import { cut, printable } from '../printable.js';

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

/** The test x variant matrix, correct versions first, as lines of text. Columns carry the numbers of the lists below it. */
export function matrixText(verdict: Verdict, paint: Paint, width: number): string[] {
  if (verdict.tests.length === 0) return [];
  const groups = [
    { name: 'correct', variants: verdict.variants.filter(({ kind }) => kind === 'correct') },
    { name: 'bugs', variants: verdict.variants.filter(({ kind }) => kind === 'mutant') },
  ].filter(({ variants }) => variants.length > 0);
  const columns = groups.reduce((sum, { variants }) => sum + variants.length * cellWidth + gap.length, 0);
  const longest = Math.max(...verdict.tests.map(({ id }) => nameOf(id).length + indent.length));
  const names = Math.min(longest, Math.max(24, width - columns - indent.length));
  const row = (name: string, cells: string[]) =>
    `${indent}${name.padEnd(names)}${cells.map((cell) => gap + cell).join('')}`;

  const cells = new Map(verdict.matrix.map((cell) => [keyOf(cell.test, cell.variant), cell]));
  const used = new Set<Meaning>();
  const lines = [
    row(
      '',
      groups.map(({ name, variants }) =>
        paint('bold', cut(name, variants.length * cellWidth).padEnd(variants.length * cellWidth)),
      ),
    ),
    row(
      '',
      groups.map(({ variants }) =>
        paint('dim', variants.map((_, n) => String(n + 1).padStart(cellWidth - 1) + ' ').join('')),
      ),
    ),
  ];
  let file = '';
  for (const test of verdict.tests) {
    if (fileOf(test.id) !== file) {
      file = fileOf(test.id);
      lines.push(indent + paint('bold', printable(file)));
    }
    const signsOf = groups.map(({ variants }) =>
      variants
        .map((variant) => {
          const meaning = meaningOf(test, variant, cells.get(keyOf(test.id, variant.name)));
          used.add(meaning);
          return paint(signs[meaning].colour, signs[meaning].sign.padStart(cellWidth - 1)) + ' ';
        })
        .join(''),
    );
    lines.push(row(cut(indent + printable(nameOf(test.id)), names), signsOf));
  }
  return [...lines, '', ...legend(used, paint)];
}

const indent = '  ';
const gap = '   ';
const cellWidth = 3;

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
