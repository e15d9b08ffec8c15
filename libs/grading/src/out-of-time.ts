import type { Effort, Report, Rubric } from '@lakeproof/contracts';
import type { Evidence, VariantEvidence } from './evidence.js';
import type { Refusal } from './refusal.js';

const needsMoreTime =
  'Your tests need more time than this exercise gives. Use fewer rows and fewer Spark jobs in each test, then submit again.';

/** A version that runs so many times longer than the longest that finished, and for so long, hangs. */
const hangsAfterTimes = 3;
const hangsAfterSeconds = 5;

/** Above this, half of those who want a core wait for one. */
const busyLoad = 2;
/** A suite that used nearly all the CPU it may use was not kept from it by others. */
const starvedShare = 0.6;

/**
 * What follows when the time for all variants was over before all had run. A suite that went on well asks
 * for more than the exercise gives; on a machine that was busy with other work the fault is ours.
 * Undefined for one that hangs or never got anywhere, and when only bugs were left: then the others count.
 */
export function outOfTime({ variants }: Evidence, report: Report, rubric: Rubric): Refusal | undefined {
  const finished = variants.flatMap(({ end }) => (end?.end === 'finished' ? [end.seconds] : []));
  const left = variants.filter(({ end }) => !end);
  if (left.length === 0 || finished.length === 0 || left.some((seen) => hangs(seen, finished)))
    return undefined;

  const seconds = rubric.limits?.seconds ?? report.timing.total;
  const figures = `${count(finished.length)} of ${count(variants.length)} versions were finished in ${count(seconds)} s`;
  if (report.effort && isStarved(report.effort))
    return {
      state: 'failed',
      reason: 'infrastructure',
      place: `The machine was busy with other work: ${figures}.`,
    };
  const correct = left.filter(({ variant }) => variant.kind === 'correct');
  if (correct.length === 0 || correct.some(wasNotEnded)) return undefined;
  const each = finished.reduce((sum, of) => sum + of, 0) / finished.length;
  return {
    state: 'rejected',
    reason: 'timeout',
    sentence: needsMoreTime,
    place: `${figures}, each in about ${each < 10 ? each.toFixed(1) : count(each)} s.`,
  };
}

/** On a correct version alone: a bug may well make code loop. */
const hangs = ({ variant, cutShortAfter = 0 }: VariantEvidence, finished: readonly number[]) =>
  variant.kind === 'correct' &&
  cutShortAfter >= Math.max(hangsAfterSeconds, hangsAfterTimes * Math.max(...finished));

/** It had started, and not even the harness got to its end: nobody knows how long it would have run. */
const wasNotEnded = ({ collected, cutShortAfter }: VariantEvidence) =>
  collected !== undefined && cutShortAfter === undefined;

/** Others kept the suite from the CPU. One that loads the machine by itself uses what it may use, and is not starved. */
const isStarved = ({ cores, coresAllowed, load }: Effort) =>
  load >= busyLoad && cores < starvedShare * coresAllowed;

const count = (n: number) => String(Math.round(n));
