import { DomainError, type SubmissionId, type Verdict } from '@lakeproof/contracts';
import { gradingJob, rubricOf, type Exercise } from '@lakeproof/curriculum';
import { isHopeless, verdictOf } from '@lakeproof/grading';
import { claim, giveBack, isExhausted, settle, type Claim } from '@lakeproof/persistence';
import { Inject, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog } from '@lakeproof/service';
import { Viewers } from '../redis/viewers.js';
import { Sandboxes } from '../sandboxes/sandboxes.js';
import { Exercises } from './exercises.js';
import { HeldClaim } from './held-claim.js';
import { notRun } from './not-run.js';
import { ProgressFeed } from './progress-feed.js';

/**
 * `settled`: it has its verdict. `gone`: it was somebody else's, or is now. All others still wait: `busy` for
 * another submission of the same person, `no-sandbox` for a sandbox, `given-back` for another try.
 */
export type GradingOutcome = 'settled' | 'gone' | 'busy' | 'no-sandbox' | 'given-back';

/** What to run, or why it can't be: `lasting` when another try would meet the same. */
type Plan =
  | { readonly exercise: Exercise; readonly job: ReturnType<typeof gradingJob>; readonly rubric: Rubric }
  | {
      readonly problem: string;
      readonly lasting: boolean;
      readonly rubric: Rubric;
      readonly exercise?: Exercise;
    };
type Rubric = ReturnType<typeof rubricOf>;

const unknownRubric: Rubric = { mode: 'tests', points: 0, variants: [] };

/** One submission from claim to verdict. */
@Injectable()
export class Grading {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    @Inject(workerConfig) private readonly config: WorkerConfig,
    private readonly exercises: Exercises,
    private readonly sandboxes: Sandboxes,
    private readonly viewers: Viewers,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /**
   * Grades the submission, if it waits and a sandbox can be had.
   * @param stopping fires when the worker can't wait any longer: the submission is given back
   */
  async grade(id: SubmissionId, stopping: AbortSignal): Promise<GradingOutcome> {
    // Asked before claiming: while there is no engine, submissions wait instead of using up their tries.
    if (!(await this.sandboxes.health()).ok) return 'no-sandbox';
    const claimed = await claim(this.db, id, { owner: this.config.name, lease: this.config.claimSeconds });
    if (typeof claimed === 'string') return claimed;
    this.viewers.changed(id);
    const held = new HeldClaim(this.db, claimed, this.config.claimSeconds);
    try {
      return await this.gradeClaimed(claimed, held.lost, stopping);
    } finally {
      held.release();
      this.viewers.changed(id);
    }
  }

  private async gradeClaimed(
    claimed: Claim,
    lost: AbortSignal,
    stopping: AbortSignal,
  ): Promise<GradingOutcome> {
    const plan = this.plan(claimed);
    const notRunNow = (why: string) => notRun(plan.rubric, why, claimed.queuedSeconds);
    if (isExhausted(claimed)) return this.end(claimed, plan, notRunNow('Its worker died on every try.'));
    if ('problem' in plan) {
      this.log.error({ submission: claimed.id, exercise: claimed.exercise }, plan.problem);
      const verdict = notRunNow(plan.problem);
      return plan.lasting
        ? this.end(claimed, plan, verdict)
        : this.giveBack(claimed, plan, verdict, plan.problem);
    }

    const signal = AbortSignal.any([lost, stopping]);
    const sandbox = await this.sandboxes.take(signal).catch((error: unknown) => error as Error);
    if (sandbox instanceof Error) {
      this.log.warn({ submission: claimed.id }, sandbox.message);
      const answer = await giveBack(this.db, claimed, { why: 'interrupted' });
      return answer === 'lost' ? this.claimLost(claimed) : 'no-sandbox';
    }

    const feed = new ProgressFeed(claimed.id, plan.job.variants.length, (progress) => {
      this.viewers.progress(progress);
    });
    feed.phase('collecting');
    const report = await sandbox.grade(
      plan.job,
      (event) => {
        feed.take(event);
      },
      { hopeless: isHopeless, signal },
    );
    feed.end();

    const verdict = verdictOf(plan.rubric, report, { queued: claimed.queuedSeconds });
    if (verdict.state !== 'failed') return this.end(claimed, plan, verdict);
    if (lost.aborted) return this.claimLost(claimed);
    if (stopping.aborted) {
      await giveBack(this.db, claimed, { why: 'interrupted' });
      return 'given-back';
    }
    return this.giveBack(
      claimed,
      plan,
      verdict,
      report.end.kind === 'broken' ? report.end.detail : report.end.kind,
    );
  }

  private plan({ exercise: slug, files, kind }: Claim): Plan {
    const exercise = this.exercises.bySlug(slug);
    if (!exercise)
      return {
        problem: `This worker knows no exercise ${slug}: are its exercises those of the API?`,
        lasting: false,
        rubric: unknownRubric,
      };
    const names = kind === 'run' ? ['reference'] : undefined;
    const rubric = rubricOf(exercise, names);
    try {
      return { exercise, rubric, job: gradingJob(exercise, files, names) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { problem: error.detail, lasting: true, rubric, exercise };
    }
  }

  private async end(claimed: Claim, plan: Plan, verdict: Verdict): Promise<GradingOutcome> {
    if (!(await settle(this.db, claimed, settlement(claimed, plan, verdict)))) return this.claimLost(claimed);
    const { state, reason, score, timing } = verdict;
    const { id: submission, exercise, kind, attempt } = claimed;
    this.log.info({ submission, exercise, kind, attempt, state, reason, score, timing }, 'settled');
    return 'settled';
  }

  private async giveBack(
    claimed: Claim,
    plan: Plan,
    failed: Verdict,
    detail: string,
  ): Promise<GradingOutcome> {
    const { id: submission, attempt } = claimed;
    this.log.error({ submission, attempt, detail }, 'infrastructure failed on a submission');
    const answer = await giveBack(this.db, claimed, {
      why: 'infrastructure',
      detail,
      failed: settlement(claimed, plan, failed),
    });
    if (answer === 'lost') return this.claimLost(claimed);
    return answer === 'failed' ? 'settled' : 'given-back';
  }

  private claimLost({ id, attempt }: Claim): GradingOutcome {
    this.log.warn({ submission: id, attempt }, 'the claim was lost: another worker has it or will');
    return 'gone';
  }
}

const settlement = (claimed: Claim, plan: Plan, verdict: Verdict) => ({
  verdict,
  exerciseDigest: plan.exercise?.digest ?? claimed.exerciseDigest,
});
