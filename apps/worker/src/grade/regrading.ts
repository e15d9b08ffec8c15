import { DomainError, type RegradeId } from '@lakeproof/contracts';
import { quizAnswers, type Quiz } from '@lakeproof/curriculum';
import { quizVerdict } from '@lakeproof/grading';
import {
  claimRegrade,
  giveBackRegrade,
  proposeRegrade,
  renewRegradeClaim,
  type RegradeClaim,
} from '@lakeproof/persistence';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { EntityManager } from 'typeorm';
import { workerConfig, type WorkerConfig } from '../config.js';
import { Sandboxes } from '../sandboxes/sandboxes.js';
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
    @Inject(processLog) private readonly log: Logger,
  ) {}

  /** @param stopping fires when the worker can't wait any longer: the regrade is given back */
  async grade(id: RegradeId, stopping: AbortSignal): Promise<GradingOutcome> {
    if (!(await this.sandboxes.health()).ok) return 'no-sandbox';
    const { name: owner, claimSeconds: lease } = this.config;
    const claimed = await claimRegrade(this.db, id, { owner, lease });
    if (!claimed) return 'gone';
    const held = new HeldClaim(() => renewRegradeClaim(this.db, claimed, lease), lease);
    try {
      return await this.gradeClaimed(claimed, AbortSignal.any([held.lost, stopping]));
    } finally {
      held.release();
    }
  }

  private async gradeClaimed(claimed: RegradeClaim, signal: AbortSignal): Promise<GradingOutcome> {
    const exercise = this.exercises.bySlug(claimed.exercise);
    if (exercise?.mode === 'quiz') return this.markAgain(claimed, exercise);
    const plan = planOf(this.exercises, claimed);
    if ('problem' in plan) return this.giveBack(claimed, 'infrastructure', plan.problem);
    const outcome = await this.sandboxRun
      .run(plan.job, plan.rubric, { signal, background: true })
      .catch((error: unknown) => error as Error);
    if (outcome instanceof Error) {
      const given = await this.giveBack(claimed, 'interrupted', outcome.message);
      return given === 'given-back' ? 'no-sandbox' : given;
    }
    if (outcome.verdict.state === 'failed')
      return this.giveBack(claimed, signal.aborted ? 'interrupted' : 'infrastructure', outcome.detail);
    return this.propose(claimed, outcome, plan.exercise.digest);
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
