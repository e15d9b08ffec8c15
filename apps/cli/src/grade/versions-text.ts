import type { Rubric, VariantVerdict, Verdict } from '@lakeproof/contracts';
import { firstLine } from '@lakeproof/terminal';
import { nameOf } from './matrix-text.js';
import type { Page } from './page.js';

/** The versions of one kind as a numbered list: what became of each, what it is, and what caught it. */
export function versionsText(
  heading: string,
  kind: 'correct' | 'mutant',
  rubric: Rubric,
  verdict: Verdict,
  { paint, width }: Page,
): string[] {
  const listed = verdict.variants.filter((variant) => variant.kind === kind);
  if (listed.length === 0 || verdict.tests.length === 0) return [];
  const titles = new Map(rubric.variants.map((variant) => [variant.name, variant.title ?? '']));
  const names = Math.max(...listed.map(({ name }) => name.length));
  return [
    paint('bold', heading),
    ...listed.flatMap((variant, n) => {
      const place = `${String(n + 1).padStart(4)}  ${variant.name.padEnd(names)}  `;
      const [colour, word] = outcomes[variant.outcome];
      const before = `${place}${paint(colour, word.padEnd(outcomeWidth))}  `;
      const column = place.length + outcomeWidth + 2;
      const rest = Math.max(20, width - column);
      const caught = variant.outcome === 'caught' ? [caughtBy(variant)] : [];
      const [first = '', ...more] = inOneLineOrMore([titles.get(variant.name) ?? '', ...caught], rest);
      return [
        `${before}${paint('dim', first)}`.trimEnd(),
        ...more.map((said) => ' '.repeat(column) + paint('dim', said)),
      ];
    }),
  ];
}

const outcomeWidth = 20;
const outcomes = {
  passed: ['green', 'passed'],
  rejected: ['magenta', 'not all tests passed'],
  caught: ['green', 'caught'],
  survived: ['yellow', 'to production'],
  'not-run': ['dim', 'not run'],
} as const;

function inOneLineOrMore(said: readonly string[], width: number): string[] {
  const parts = said.filter(Boolean);
  const line = parts.join(' · ');
  return (line.length <= width ? [line] : parts).map((part) => firstLine(part, width));
}

function caughtBy({ caughtBy: tests, cause }: VariantVerdict): string {
  const first = nameOf(tests[0] ?? '');
  const more = tests.length > 1 ? ` and ${tests.length - 1} more` : '';
  const how =
    cause === 'assertion' || cause === null
      ? ''
      : ` (by ${cause === 'timeout' ? 'its time limit' : 'an exception'})`;
  return `by ${first}${more}${how}`;
}
