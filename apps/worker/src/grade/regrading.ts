import { DomainError, inSandbox, type RegradeId } from '@lakeproof/contracts';
import { quizAnswers, type Quiz } from '@lakeproof/curriculum';
import { quizVerdict } from '@lakeproof/grading';
import {
  claimRegrade,
  databaseIsAway,
  giveBackRegrade,
  proposeRegrade,
  renewRegradeClaim,
  type RegradeClaim,
} from '@lakeproof/persistence';
import { SandboxError } from '@lakeproof/sandbox';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { workerConfig, type WorkerConfig } from '../config.js';
import { Faults } from '../faults.js';
import { GivenUp, Sandboxes } from '../sandboxes/sandboxes.js';
import { Exercises } from './exercises.js';
import type { GradingOutcome } from './grading.js';
import { HeldClaim } from './held-claim.js';
import { planOf } from './plan.js';
import { type Outcome, SandboxRun } from './sandbox-run.js';

/** A settled submission graded again, in the background: what it comes to is a proposal. */
@Injectable()
export class Regrading {
  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    @Inject(workerConfig) private readonly config: WorkerConfig,
    private readonly exercises: Exercises,
    private readonly sandboxes: Sandboxes,
    private readonly sandboxRun: SandboxRun,
    private readonly faults: Faults,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /** @param stopping fires when the worker can't wait any longer: the regrade is given back */
  async grade(id: RegradeId, stopping: AbortSignal): Promise<GradingOutcome> {
    if (!(await this.sandboxes.health()).ok) return 'no-sandbox';
    const { owner, claimSeconds: lease } = this.config;
    const claimed = await claimRegrade(this.db, id, { owner, lease });
    if (!claimed) return 'gone';
    const held = new HeldClaim(
      () => renewRegradeClaim(this.db, claimed, lease),
      lease,
      (error) => {
        this.faults.report(error, 'a claim could not be renewed', { regrade: id });
      },
    );
    try {
      return await this.gradeClaimed(claimed, AbortSignal.any([held.lost, stopping]));
    } catch (error) {
      return await this.brokeOff(claimed, error);
    } finally {
      held.release();
    }
  }

  private async gradeClaimed(claimed: RegradeClaim, signal: AbortSignal): Promise<GradingOutcome> {
    const exercise = this.exercises.bySlug(claimed.exercise);
    if (exercise && !inSandbox(exercise)) return this.markAgain(claimed, exercise);
    const plan = planOf(this.exercises, claimed);
    if ('problem' in plan) return this.giveBack(claimed, 'infrastructure', plan.problem);
    const outcome = await this.sandboxRun.run(plan, { signal, background: true }).catch((error: unknown) => {
      if (error instanceof SandboxError || error instanceof GivenUp) return error;
      throw error;
    });
    if (outcome instanceof Error) {
      const given = await this.giveBack(claimed, 'interrupted', outcome.message);
      return given === 'given-back' ? 'no-sandbox' : given;
    }
    if (outcome.verdict.state === 'failed')
      return this.giveBack(claimed, signal.aborted ? 'interrupted' : 'infrastructure', outcome.detail);
    return this.propose(claimed, outcome, plan.exercise.digest);
  }

  /** An error nobody foresaw: as with a submission, it uses up a try. */
  private async brokeOff(claimed: RegradeClaim, error: unknown): Promise<GradingOutcome> {
    // It can't be given back either: its claim runs out.
    if (databaseIsAway(error)) throw error;
    const { id: regrade, submission, exercise, attempt } = claimed;
    this.faults.report(error, 'regrading broke off', { regrade, submission, exercise, attempt });
    return this.giveBack(claimed, 'infrastructure', `An error that nobody foresaw: ${String(error)}`);
  }

  /** Answers need no sandbox. Those that no longer fit the questions keep their verdict. */
  private async markAgain(claimed: RegradeClaim, quiz: Quiz): Promise<GradingOutcome> {
    try {
      const verdict = quizVerdict(quiz, quizAnswers(quiz, claimed.files));
      return await this.propose(claimed, { verdict, integrity: [] }, quiz.digest);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return this.giveBack(claimed, 'infrastructure', error.detail);
    }
  }

  private async propose(
    claimed: RegradeClaim,
    { verdict, integrity }: Pick<Outcome, 'verdict' | 'integrity'>,
    exerciseDigest: string,
  ): Promise<GradingOutcome> {
    if (!(await proposeRegrade(this.db, claimed, { verdict, integrity, exerciseDigest }))) return 'gone';
    const { id: regrade, submission, exercise } = claimed;
    this.log.info({ regrade, submission, exercise, score: verdict.score }, 'regraded');
    return 'settled';
  }

  private async giveBack(
    claimed: RegradeClaim,
    why: 'interrupted' | 'infrastructure',
    detail: string,
  ): Promise<GradingOutcome> {
    const { id: regrade, submission, attempt } = claimed;
    this.log.warn({ regrade, submission, attempt, why, detail }, 'a regrade was given back');
    const answer = await giveBackRegrade(this.db, claimed, why);
    if (answer === 'lost') return 'gone';
    return answer === 'failed' ? 'settled' : 'given-back';
  }
}
