import type { Report, Verdict } from '@lakeproof/contracts';
import { firstLine } from '@lakeproof/terminal';
import type { Attack } from './attack.js';

/** What came of a batch. */
export interface Outcome {
  readonly verdict: Verdict;
  readonly report: Report;
  /** Seconds from the job's start until its container was gone, and how many it may take at most. */
  readonly heldSeconds: number;
  readonly mostSeconds: number;
  /** In sentences, what went otherwise than it must in the sandbox beside it. */
  readonly beside: readonly string[];
}

/** In sentences, what is not as the attack's expectation says; none when its defence holds. */
export function problemsOf(attack: Attack, outcome: Outcome): string[] {
  const { verdict, heldSeconds, mostSeconds } = outcome;
  const { reason, message } = attack.expect;
  return [
    ...(verdict.reason === reason
      ? []
      : [`came to ${verdict.reason ?? 'a grade'}, not ${reason ?? 'a grade'}: ${said(outcome)}`]),
    ...(message === undefined || new RegExp(message, 's').test(verdict.message ?? '')
      ? []
      : [`its message is not like /${message}/: ${said(outcome)}`]),
    ...(heldSeconds <= mostSeconds
      ? []
      : [`held its sandbox for ${heldSeconds.toFixed(1)} s: at most ${mostSeconds} are allowed`]),
    ...(reason === null && verdict.reason === null ? testProblems(attack, outcome) : []),
    ...earnings(attack, verdict),
    ...missingNotes(attack, outcome.report),
    ...outcome.beside.map((sentence) => `beside it, ${sentence}`),
  ];
}

const said = ({ verdict, report }: Outcome) =>
  report.end.kind === 'broken' ? report.end.detail : (verdict.message ?? `score ${String(verdict.score)}`);

/** Every test is named, and ended on every version as it must. */
function testProblems(attack: Attack, { verdict, report }: Outcome): string[] {
  const { tests, matrix, variants } = verdict;
  const own = tests.map(({ id }) => id).filter((id) => isOf(attack, id));
  const expected = new Map(Object.entries(attack.expect.tests));
  const seen = new Set(own.map(nameOf));
  const problems = [
    ...[...expected.keys()].filter((name) => !seen.has(name)).map((name) => `${name} was not collected`),
    ...own.flatMap((id) => {
      const allowed = expected.get(nameOf(id));
      if (allowed === undefined) return [`${brief(id)} was collected, but attack.json doesn't name it`];
      return variants.flatMap((variant) => {
        const cell = matrix.find((one) => one.test === id && one.variant === variant.name);
        const outcome = cell?.outcome ?? 'not-run';
        if ([allowed].flat().includes(outcome)) return [];
        return [
          `${brief(id)} ${outcome} on ${variant.name}, not ${String(allowed)}: ${brief(cell?.message ?? '')}`,
        ];
      });
    }),
  ];
  return problems.length === 0 ? [] : [...problems, ...earlyEnds(report)];
}

const earlyEnds = ({ variants }: Report) =>
  variants
    .filter(({ end }) => end !== 'finished')
    .map(({ variant, end, message }) => `its run on ${variant} ended as ${end}: ${brief(message)}`);

/** The first line that says something, fit to be printed. */
const brief = (text: string) => firstLine(text, 200);

function earnings(attack: Attack, { variants, score }: Verdict): string[] {
  const { catches, score: expected } = attack.expect;
  if (expected !== undefined)
    return score === expected ? [] : [`scored ${String(score)}, not ${String(expected)}`];
  const caught = variants.filter(
    ({ kind, caughtBy }) => kind === 'mutant' && caughtBy.some((id) => isOf(attack, id)),
  );
  const seen = caught.map(({ name }) => name);
  return [
    ...seen.filter((name) => !catches.includes(name)).map((name) => `was credited with catching ${name}`),
    ...catches.filter((name) => !seen.includes(name)).map((name) => `its honest test did not catch ${name}`),
  ];
}

function missingNotes(attack: Attack, { notes }: Report): string[] {
  const seen = new Set(notes.map(({ code }) => code));
  return attack.expect.notes
    .filter((code) => !seen.has(code))
    .map((code) => `nothing was noted about ${code}: only ${[...seen].join(', ') || 'nothing'}`);
}

const isOf = ({ files }: Attack, id: string) => files.some(({ path }) => id.startsWith(`${path}::`));
/** `test_a` for all of `test_x.py::test_a[1]`. */
const nameOf = (id: string) => id.slice(id.indexOf('::') + 2).replace(/\[.*$/s, '');
