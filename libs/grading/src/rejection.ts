import type { Reason, Report, Rubric, VariantEnd } from '@lakeproof/contracts';
import type { Evidence, VariantEvidence } from './evidence.js';
import { outOfTime } from './out-of-time.js';
import type { Refusal } from './refusal.js';

/**
 * Why the submission can't be graded, or undefined when it can. The learner's own causes come from
 * the correct variants alone: what a mutant does to a suite is never held against it.
 */
export function refusalOf(evidence: Evidence, report: Report, rubric: Rubric): Refusal | undefined {
  if (report.end.kind === 'broken') return ours;
  const end = timeWasOver(evidence, report.end) ? deadline : report.end;
  const correct = evidence.variants.filter(({ variant }) => variant.kind === 'correct');
  // Finished without a word on what was collected: the harness lost something.
  if (correct.some((seen) => seen.end?.end === 'finished' && !seen.collected)) return ours;
  return (
    badEnd(correct) ??
    (end === deadline ? outOfTime(evidence, report, rubric) : undefined) ??
    nothingCollected(evidence, correct) ??
    neverFinished(evidence, correct, end) ??
    stoppedWithoutCause(correct, end)
  );
}

const deadline = { kind: 'stopped', why: 'deadline' } as const;

/** However the sandbox ended after it: a version that was cut short tells that the time for all was over. */
function timeWasOver({ variants }: Evidence, end: Report['end']): boolean {
  if (end.kind === 'stopped' && end.why === 'deadline') return true;
  const cutShort = variants.some(({ cutShortAfter }) => cutShortAfter !== undefined);
  return cutShort && (end.kind === 'stopped' || end.kind === 'done');
}

const ours: Refusal = { state: 'failed', reason: 'infrastructure', place: '' };
const rejected = (reason: Reason, place: string): Refusal => ({ state: 'rejected', reason, place });

const reasonOfEnd: Record<Exclude<VariantEnd, 'finished'>, Reason> = {
  timeout: 'timeout',
  exited: 'collection-error',
  'out-of-memory': 'out-of-memory',
  'too-much-output': 'too-much-output',
  'too-many-tests': 'collection-error',
};

function badEnd(correct: readonly VariantEvidence[]): Refusal | undefined {
  for (const seen of correct) {
    if (!seen.end || seen.end.end === 'finished') continue;
    const { end, message } = seen.end;
    if (end === 'too-many-tests')
      return rejected(reasonOfEnd[end], 'More tests than a sandbox takes. Use fewer parametrized cases.');
    const test = unfinishedTest(seen);
    // The harness names the test where it knows it.
    const named = test === undefined || message.includes(test);
    const place = [named ? '' : `While ${test} ran.`, message].filter(Boolean).join(' ');
    return rejected(
      reasonOfEnd[end],
      place || 'No test had started: look at what your files do when they are imported.',
    );
  }
  return undefined;
}

/** The test that was running when a variant ended: the one that timed out, else the first without a result. */
function unfinishedTest({ collected, cells }: VariantEvidence): string | undefined {
  const timedOut = [...cells.values()].find(({ outcome }) => outcome === 'timeout');
  return timedOut?.test ?? collected?.tests.find((test) => !cells.has(test));
}

function nothingCollected(evidence: Evidence, correct: readonly VariantEvidence[]): Refusal | undefined {
  const reported = correct.flatMap(({ collected }) => collected ?? []);
  if (evidence.tests.length > 0 || reported.length === 0) return undefined;
  const failure = reported.flatMap(({ failures }) => failures)[0];
  return failure
    ? rejected(failure.reason, `${failure.file}: ${failure.message}`)
    : rejected('no-tests', 'No file of yours holds a test pytest could collect.');
}

function neverFinished(
  evidence: Evidence,
  correct: readonly VariantEvidence[],
  end: Report['end'],
): Refusal | undefined {
  // A sandbox that says it is done has ended every variant; otherwise it lost some, and that is ours.
  if (end.kind === 'done') return evidence.variants.some((seen) => !seen.end) ? ours : undefined;
  const unfinished = correct.filter((seen) => !seen.end);
  if (unfinished.length === 0) return undefined;
  const test = unfinished.map(unfinishedTest).find((found) => found !== undefined);
  const place = test
    ? `Not finished: ${test}, on ${count(unfinished.length)} of ${count(correct.length)} correct versions.`
    : `${count(unfinished.length)} of ${count(correct.length)} correct versions were not finished.`;
  if (end.kind === 'out-of-memory' || end.kind === 'too-much-output') return rejected(end.kind, place);
  if (end.kind === 'stopped' && end.why === 'deadline') return rejected('timeout', place);
  return undefined;
}

/** The host stops a sandbox as hopeless for a cause that shows in the evidence; without one the host erred. */
function stoppedWithoutCause(correct: readonly VariantEvidence[], end: Report['end']): Refusal | undefined {
  if (end.kind !== 'stopped' || end.why !== 'hopeless') return undefined;
  // Collected here and not there: a suite that looks at where it runs. No test of it could become valid.
  const empty = correct.find(({ collected }) => collected?.tests.length === 0);
  if (!empty) return ours;
  const failure = empty.collected?.failures[0];
  return failure
    ? rejected(failure.reason, `${failure.file}: ${failure.message}`)
    : rejected('no-tests', 'On one correct version pytest could collect no test.');
}

const count = (n: number) => String(n);
