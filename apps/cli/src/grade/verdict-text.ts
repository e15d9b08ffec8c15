import {
  falseAlarmCost,
  falseAlarmCostInWords,
  integritySentence,
  type IntegrityNote,
  type Rubric,
  type Verdict,
} from '@lakeproof/contracts';
import { firstLine, type Paint, printable } from '@lakeproof/terminal';
import { faultOf } from './fault.js';
import { matrixText, nameOf } from './matrix-text.js';
import type { Page } from './page.js';
import { ungradedLines } from './ungraded-lines.js';
import { versionsText } from './versions-text.js';

/** A verdict, and what stands beside it for the trainer. */
export interface Graded {
  readonly verdict: Verdict;
  readonly integrity: readonly IntegrityNote[];
}

/** A verdict for people, the trainer's view: everything by its name. */
export function verdictText(
  title: string,
  rubric: Rubric,
  { verdict, integrity }: Graded,
  page: Page,
): string {
  const sections = [
    [page.paint('bold', title), headline(verdict, page.paint)],
    verdict.state === 'graded'
      ? []
      : ungradedLines(verdict.message ?? '', page.paint).map((line) => (line ? indent + line : '')),
    matrixText(verdict, page.paint, page.width),
    versionsText('Correct versions', 'correct', rubric, verdict, page),
    versionsText('Bugs', 'mutant', rubric, verdict, page),
    falseAlarms(verdict, page),
    notes(verdict, page.paint),
    integrityNotes(integrity, page.paint),
    [page.paint('dim', timing(verdict))],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const indent = '  ';

function headline(
  { state, reason, score, points, maxPoints, tests, variants }: Verdict,
  paint: Paint,
): string {
  if (state === 'rejected') return paint('yellow', `Rejected: ${reason ?? ''}`);
  if (state === 'failed') return paint('red', `Failed: ${reason ?? ''}`);
  const bugs = variants.filter(({ kind }) => kind === 'mutant');
  const caught = bugs.filter(({ outcome }) => outcome === 'caught').length;
  const gradedBugs = bugs.length > 0 ? `${caught} of ${bugs.length} bugs caught · ` : '';
  const cost = falseAlarmCost(tests, variants);
  const lost = cost ? `${falseAlarmCostInWords(cost)} · ` : '';
  const grade = `score ${rounded((score ?? 0) * 100)} % · ${rounded(points ?? 0)} of ${rounded(maxPoints)} points`;
  return paint(score === 1 ? 'green' : 'yellow', gradedBugs + lost + grade);
}

/** What false alarms cost, and each with the first correct version it fails on and what pytest said there. */
function falseAlarms(verdict: Verdict, { paint, width }: Page): string[] {
  const alarms = verdict.tests.filter(({ falseAlarmOn }) => falseAlarmOn.length > 0);
  if (alarms.length === 0) return [];
  const cost = verdict.score === null ? undefined : falseAlarmCost(verdict.tests, verdict.variants);
  return [
    paint('bold', 'False alarms'),
    `${indent}These tests fail on a version that is correct, so they catch nothing.`,
    ...(cost ? [`${indent}Each costs 1/${cost.runs} of the points.`] : []),
    ...alarms.flatMap(({ id, falseAlarmOn }) => {
      const cell = verdict.matrix.find(({ test, variant }) => test === id && variant === falseAlarmOn[0]);
      const said = firstLine(faultOf(cell?.message ?? '').headline, width - 6);
      return [
        `${indent}${paint('magenta', '!')} ${printable(nameOf(id))}: fails on ${falseAlarmOn.join(', ')}`,
        ...(said ? [`      ${paint('dim', said)}`] : []),
      ];
    }),
  ];
}

const notes = (verdict: Verdict, paint: Paint) =>
  verdict.notes.length === 0
    ? []
    : [
        paint('bold', 'Notes'),
        ...verdict.notes.map((note) => `${indent}${printable(note).replaceAll('\n', `\n${indent}`)}`),
      ];

/** What the suite did that is for the trainer to judge. */
function integrityNotes(integrity: readonly IntegrityNote[], paint: Paint): string[] {
  if (integrity.length === 0) return [];
  return [
    paint('bold', 'Integrity notes'),
    `${indent}They change no score.`,
    ...integrity.flatMap(({ code, detail, variants, tests }) => [
      `${indent}This suite ${integritySentence(code)}: ${printable(detail)}`,
      `      ${paint('dim', `on ${variants.join(', ')} · ${tests.length > 0 ? printable(tests.map(nameOf).join(', ')) : 'while it was imported'}`)}`,
    ]),
  ];
}

const timing = ({ timing: { started, firstResult, total } }: Verdict) =>
  `sandbox after ${started.toFixed(1)} s · first result after ${firstResult.toFixed(1)} s · all after ${total.toFixed(1)} s`;

/** A figure of a verdict, to one decimal. */
export const rounded = (number: number) => String(Math.round(number * 10) / 10);
