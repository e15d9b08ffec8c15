import type { SubmissionId } from '@lakeproof/contracts';
import type { Exercise } from '@lakeproof/curriculum';
import type { GradingPlan } from '@lakeproof/grader';
import {
  claim,
  databaseIsAway,
  giveBack,
  isExhausted,
  renewClaim,
  settle,
  type Claim,
} from '@lakeproof/persistence';
import { SandboxError } from '@lakeproof/sandbox';
import { Inject, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { workerConfig, type WorkerConfig } from '../config.js';
import { processLog } from '@lakeproof/service';
import { Faults } from '../faults.js';
import { Nudges } from '../redis/nudges.js';
import { Viewers } from '../redis/viewers.js';
import { GivenUp, Sandboxes } from '../sandboxes/sandboxes.js';
import { Exercises } from './exercises.js';
import { HeldClaim } from './held-claim.js';
import { notRun } from './not-run.js';
import { planOf, type Plan } from './plan.js';
import { ProgressFeed } from './progress-feed.js';
import { type Outcome, SandboxRun } from './sandbox-run.js';

/**
 * `settled`: it has its verdict. `gone`: it was somebody else's, or is now, or it was stopped. All others still wait: `busy` for
 * another submission of the same person, `no-sandbox` for a sandbox, `given-back` for another try.
 */
export type GradingOutcome = 'settled' | 'gone' | 'busy' | 'no-sandbox' | 'given-back';

/** One submission from claim to verdict. */
@Injectable()
export class Grading {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    @Inject(workerConfig) private readonly config: WorkerConfig,
    private readonly exercises: Exercises,
    private readonly sandboxes: Sandboxes,
    private readonly sandboxRun: SandboxRun,
    private readonly viewers: Viewers,
    private readonly nudges: Nudges,
    private readonly faults: Faults,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /**
   * Grades the submission, if it waits and a sandbox can be had.
   * @param stopping fires when the worker can't wait any longer: the submission is given back
   */
  async grade(id: SubmissionId, stopping: AbortSignal): Promise<GradingOutcome> {
    // Asked before claiming: while there is no engine, submissions wait instead of using up their tries.
    if (!(await this.sandboxes.health()).ok) return 'no-sandbox';
    const { owner, claimSeconds: lease } = this.config;
    const claimed = await claim(this.db, id, { owner, lease });
    if (typeof claimed === 'string') return claimed;
    const held = new HeldClaim(
      () => renewClaim(this.db, claimed, lease),
      lease,
      (error) => {
        this.faults.report(error, 'a claim could not be renewed', { submission: id });
      },
    );
    const unlisten = this.nudges.listen(id, held.renewNow);
    // Only now: this comes back as a nudge, and so what was stopped since it was claimed is noticed, too.
    this.viewers.changed(id);
    try {
      return await this.gradeClaimed(claimed, held.lost, stopping);
    } catch (error) {
      return await this.brokeOff(claimed, error);
    } finally {
      unlisten();
      held.release();
      this.viewers.changed(id);
    }
  }

  private async gradeClaimed(
    claimed: Claim,
    lost: AbortSignal,
    stopping: AbortSignal,
  ): Promise<GradingOutcome> {
    const plan = planOf(this.exercises, claimed);
    const notRunNow = (why: string) => notRun(plan.rubric, why, claimed.queuedSeconds);
    if (isExhausted(claimed)) return this.end(claimed, plan, notRunNow('Its worker died on every try.'));
    if ('problem' in plan) {
      this.log.error({ submission: claimed.id, exercise: claimed.exercise }, plan.problem);
      const outcome = notRunNow(plan.problem);
      return plan.lasting ? this.end(claimed, plan, outcome) : this.giveBack(claimed, plan, outcome);
    }

    const outcome = await this.inSandbox(claimed, plan, AbortSignal.any([lost, stopping]));
    if (outcome instanceof SandboxError || outcome instanceof GivenUp) {
      this.log.warn({ submission: claimed.id }, outcome.message);
      const answer = await giveBack(this.db, claimed, { why: 'interrupted' });
      return answer === 'lost' ? this.claimLost(claimed) : 'no-sandbox';
    }
    if (outcome.verdict.state !== 'failed') return this.end(claimed, plan, outcome);
    if (lost.aborted) return this.claimLost(claimed);
    if (stopping.aborted) {
      await giveBack(this.db, claimed, { why: 'interrupted' });
      return 'given-back';
    }
    return this.giveBack(claimed, plan, outcome);
  }

  /** An error nobody foresaw counts as a failure of ours, so that a submission that always meets it comes to its end. */
  private async brokeOff(claimed: Claim, error: unknown): Promise<GradingOutcome> {
    // It can't be given back either: its claim runs out.
    if (databaseIsAway(error)) throw error;
    const { id: submission, exercise: slug, attempt } = claimed;
    this.faults.report(error, 'grading a submission broke off', { submission, exercise: slug, attempt });
    const exercise = this.exercises.bySlug(slug);
    const rubric = { points: exercise?.points ?? 0, variants: [] };
    const detail = `An error that nobody foresaw: ${String(error)}`;
    return this.giveBack(claimed, { exercise }, notRun(rubric, detail, claimed.queuedSeconds));
  }

  /** A SandboxError when none could be had, GivenUp when it was not waited for any longer. */
  private async inSandbox(
    claimed: Claim,
    plan: Extract<Plan, GradingPlan>,
    signal: AbortSignal,
  ): Promise<Outcome | SandboxError | GivenUp> {
    let feed: ProgressFeed | undefined;
    const started = () => {
      feed = new ProgressFeed(claimed.id, plan.job.variants.length, (progress) => {
        this.viewers.progress(progress);
      });
      feed.phase('collecting');
    };
    try {
      return await this.sandboxRun.run(plan, {
        signal,
        queued: claimed.queuedSeconds,
        onStart: started,
        onEvent: (event) => feed?.take(event),
      });
    } catch (error) {
      if (error instanceof SandboxError || error instanceof GivenUp) return error;
      throw error;
    } finally {
      feed?.end();
    }
  }

  private async end(claimed: Claim, plan: Planned, outcome: Outcome): Promise<GradingOutcome> {
    if (!(await settle(this.db, claimed, settlement(claimed, plan, outcome)))) return this.claimLost(claimed);
    const { state, reason, score, timing } = outcome.verdict;
    const { id: submission, exercise, kind, attempt } = claimed;
    this.log.info({ submission, exercise, kind, attempt, state, reason, score, timing }, 'settled');
    return 'settled';
  }

  private async giveBack(claimed: Claim, plan: Planned, outcome: Outcome): Promise<GradingOutcome> {
    const { id: submission, attempt } = claimed;
    const { detail } = outcome;
    this.log.error({ submission, attempt, detail }, 'infrastructure failed on a submission');
    const answer = await giveBack(this.db, claimed, {
      why: 'infrastructure',
      detail,
      failed: settlement(claimed, plan, outcome),
    });
    if (answer === 'lost') return this.claimLost(claimed);
    return answer === 'failed' ? 'settled' : 'given-back';
  }

  private claimLost({ id, attempt }: Claim): GradingOutcome {
    this.log.info(
      { submission: id, attempt },
      'the claim was lost: it was stopped, or is for another worker',
    );
    return 'gone';
  }
}

/** Of a plan, what a settlement keeps. */
interface Planned {
  readonly exercise?: Pick<Exercise, 'digest'> | undefined;
}

const settlement = (claimed: Claim, plan: Planned, { verdict, integrity }: Outcome) => ({
  verdict,
  integrity,
  exerciseDigest: plan.exercise?.digest ?? claimed.exerciseDigest,
});
