import { isUnderWay, type SubmissionEvent, type SubmissionState } from '@lakeproof/contracts';
import type { ProgressEvent } from '@lakeproof/grading';
import type { MessageEvent } from '@nestjs/common';

/** One submission's state as the database tells it. */
export interface WatchedChange {
  /** Outbox id. */
  readonly id: string;
  readonly state: SubmissionState;
  /** A failure of ours cut it off before. */
  readonly again: boolean;
}

/** What a watch reads. */
export interface WatchSource {
  changesAfter(id: string): Promise<readonly WatchedChange[]>;
  /** Submissions that wait before it. */
  position(): Promise<number>;
}

/** Where a watch tells. */
export interface WatchSink {
  next(message: MessageEvent): void;
  complete(): void;
  error(error: unknown): void;
}

/**
 * One viewer of one submission: tells its state first, then each change of state once and in order, its
 * place in the queue while it waits, and progress while it runs. Ends after the final state.
 */
export class Watch {
  private lastId: string;
  private state: SubmissionState | undefined;
  private position = 0;
  private again = false;
  private reading: Promise<void> | undefined;
  private readAgain = false;
  private ended = false;

  /** @param resumeAfter the outbox id after which the viewer missed changes; undefined for one who comes anew */
  constructor(
    private readonly source: WatchSource,
    private readonly sink: WatchSink,
    private readonly resumeAfter: string | undefined,
  ) {
    this.lastId = resumeAfter ?? '0';
  }

  /** Whether its place in the queue may change without a change of its state. */
  get isWaiting(): boolean {
    return this.state === undefined || this.state === 'queued';
  }

  /** Reads what changed and tells it. While it reads, further calls make it read once more, never twice at once. */
  refresh(): Promise<void> {
    this.readAgain = true;
    this.reading ??= this.readUntilCalm().finally(() => (this.reading = undefined));
    return this.reading;
  }

  /** Passes progress on; before the first and after the final state there is none. */
  tellProgress(progress: ProgressEvent): void {
    if (this.ended || this.state === undefined) return;
    // The id of the last state once more: a viewer who reconnects resumes after a state, never after progress.
    this.sink.next({ type: 'progress', id: this.lastId, data: progress });
  }

  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.sink.complete();
  }

  private async readUntilCalm(): Promise<void> {
    try {
      while (this.readAgain && !this.ended) {
        this.readAgain = false;
        await this.read();
      }
    } catch (error) {
      // One who has seen a state keeps it, and the next nudge or poll reads again.
      if (this.state !== undefined || this.ended) return;
      this.ended = true;
      this.sink.error(error);
    }
  }

  private async read(): Promise<void> {
    const changes = await this.changes();
    const last = changes.at(-1);
    const position = (last?.state ?? this.state) === 'queued' ? await this.source.position() : 0;
    if (this.ended) return;
    for (const change of changes) this.tellState(change, change === last ? position : 0);
    if (!last && this.state === 'queued' && position !== this.position)
      this.tellState({ id: this.lastId, state: this.state, again: this.again }, position);
    if (last && !isUnderWay(last.state)) this.end();
  }

  /** For the first reading at least the state it is in: all that was missed, or the latest. */
  private async changes(): Promise<readonly WatchedChange[]> {
    if (this.state !== undefined) return this.source.changesAfter(this.lastId);
    const missed = this.resumeAfter === undefined ? [] : await this.source.changesAfter(this.resumeAfter);
    return missed.length > 0 ? missed : (await this.source.changesAfter('0')).slice(-1);
  }

  private tellState({ id, state, again }: WatchedChange, position: number): void {
    this.lastId = id;
    this.state = state;
    this.position = position;
    this.again = again;
    const event: SubmissionEvent = { type: 'state', state, position, again };
    this.sink.next({ type: 'state', id, data: event });
  }
}
