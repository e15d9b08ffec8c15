import { reasonSentence } from '@lakeproof/contracts';
import type { Report, Rubric, Verdict } from '@lakeproof/contracts';
import { evidenceOf, matrixOf } from './evidence.js';
import { notesOf } from './notes.js';
import { pointsFor, toMilliseconds } from './numbers.js';
import { variantVerdicts } from './outcomes.js';
import { plainText } from './plain-text.js';
import { refusalOf } from './rejection.js';
import { scoreOf } from './score.js';
import { unstableNotes } from './unstable.js';
import { testVerdicts } from './validity.js';

const maxMessage = 4000;

/**
 * What follows from a report: the one decision about a submission.
 * @param rubric the variants that were run (a run on the reference has that one alone, and no score)
 * @param report untrusted, parsed and capped
 * @param queued seconds the submission waited before it was taken
 */
export function verdictOf(rubric: Rubric, report: Report, { queued }: { queued: number }): Verdict {
  const evidence = evidenceOf(rubric, report);
  const refusal = refusalOf(evidence, report, rubric);
  const tests = testVerdicts(evidence);
  const validTests = tests.filter(({ valid }) => valid).map(({ id }) => id);
  const variants = variantVerdicts(evidence, validTests, { graded: !refusal });
  const score = refusal ? null : scoreOf(rubric, tests, variants);
  return {
    state: refusal?.state ?? 'graded',
    reason: refusal?.reason ?? null,
    score,
    points: score === null ? null : pointsFor(score, rubric.points),
    maxPoints: rubric.points,
    tests,
    variants,
    matrix: matrixOf(evidence),
    timing: {
      queued: toMilliseconds(queued),
      started: toMilliseconds(report.timing.started),
      firstResult: toMilliseconds(report.timing.firstResult),
      total: toMilliseconds(report.timing.total),
    },
    message: refusal
      ? plainText(
          [refusal.sentence ?? reasonSentence[refusal.reason], refusal.place].filter(Boolean).join('\n'),
          maxMessage,
        )
      : null,
    notes: refusal ? [] : [...unstableNotes(report), ...notesOf(evidence, report, tests, variants)],
  };
}
