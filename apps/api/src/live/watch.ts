import type { LiveEvent, SubmissionEvent, SubmissionId } from '@lakeproof/contracts';
import type { ProgressEvent } from '@lakeproof/grading';
import type { Beginning, Cursor, EventsAfter, OpenSubmission } from '@lakeproof/persistence';
import type { MessageEvent } from '@nestjs/common';

/** What a watch reads. */
export interface WatchSource {
  /** Where it begins: after the last event its viewer got, or now. */
  beginning(): Promise<Beginning>;
  eventsAfter(cursor: Cursor): Promise<EventsAfter>;
  /** The person's submissions that wait or run. */
  underWay(): Promise<readonly OpenSubmission[]>;
}

/** Where a watch tells. */
export interface WatchSink {
  next(message: MessageEvent): void;
  complete(): void;
  error(error: unknown): void;
}

/** What is held back by a transaction of a moment is read again after so long, and later and later if it lasts. */
const shortPauseMilliseconds = 50;
const longPauseMilliseconds = 2000;

/**
 * One viewer: told what is under way, then each change of state of the person's submissions once and in order, their
 * places in the queue while they wait, and progress while they run.
 */
export class Watch {
  private cursor: Cursor | undefined;
  private underWay: ReadonlyMap<SubmissionId, OpenSubmission> = new Map();
  private reading: Promise<void> | undefined;
  private readAgain = false;
  private pause = shortPauseMilliseconds;
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  constructor(
    private readonly source: WatchSource,
    private readonly sink: WatchSink,
  ) {}

  /** Whether something may change without an event: the places of those that wait. */
  get isWaiting(): boolean {
    return this.cursor === undefined || [...this.underWay.values()].some(({ state }) => state === 'queued');
  }

  /** What of the person's waits or runs, as far as it was read. */
  submission(id: SubmissionId): OpenSubmission | undefined {
    return this.underWay.get(id);
  }

  /** Reads what changed and tells it. While it reads, further calls make it read once more, never twice at once. */
  refresh(): Promise<void> {
    this.readAgain = true;
    this.reading ??= this.readUntilCalm().finally(() => (this.reading = undefined));
    return this.reading;
  }

  /** Passes progress on, of a submission that is known to be under way: before and after that there is none. */
  tellProgress(progress: ProgressEvent): void {
    // The cursor once more: a viewer who reconnects resumes after a state, never after progress.
    if (this.underWay.has(progress.submission)) this.tell(progress, this.cursor);
  }

  end(): void {
    if (this.ended) return;
    this.stop();
    this.sink.complete();
  }

  /** Reads and tells no more. */
  stop(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  private async readUntilCalm(): Promise<void> {
    try {
      while (this.readAgain && !this.ended) {
        this.readAgain = false;
        await this.read();
      }
    } catch (error) {
      // One who has been told something keeps it, and the next nudge or poll reads again.
      if (this.cursor !== undefined || this.ended) return;
      this.stop();
      this.sink.error(error);
    }
  }

  private async read(): Promise<void> {
    const beginning = this.cursor === undefined ? await this.source.beginning() : undefined;
    const from = this.cursor ?? beginning?.cursor;
    if (from === undefined) return;
    const { events, held } = await this.source.eventsAfter(from);
    const changed = events.length > 0 || this.isWaiting;
    const underWay = changed ? byId(await this.source.underWay()) : this.underWay;
    if (this.ended) return;
    const before = beginning ? undefined : this.underWay;
    this.cursor = from;
    this.underWay = underWay;
    if (beginning?.startsOver) this.tell({ type: 'start-over' }, from);
    const told = new Set(events.map(({ submission }) => submission));
    events.forEach(({ cursor, submission, state, again }, n) => {
      const isLast = !events.slice(n + 1).some((later) => later.submission === submission);
      const position = isLast && state === 'queued' ? (underWay.get(submission)?.position ?? 0) : 0;
      this.cursor = cursor;
      this.tell({ type: 'state', submission, state, position, again }, cursor);
    });
    for (const open of underWay.values())
      if (!told.has(open.id) && (before === undefined || hasMoved(before.get(open.id), open)))
        this.tell(stateOf(open), this.cursor);
    this.comeBack(held);
  }

  private comeBack(held: boolean): void {
    clearTimeout(this.timer);
    if (!held) {
      this.pause = shortPauseMilliseconds;
      return;
    }
    this.timer = setTimeout(() => {
      void this.refresh();
    }, this.pause);
    this.pause = Math.min(this.pause * 2, longPauseMilliseconds);
  }

  private tell(event: LiveEvent, id: Cursor | undefined): void {
    if (this.ended || id === undefined) return;
    this.sink.next({ type: event.type, id, data: event });
  }
}

const byId = (submissions: readonly OpenSubmission[]) =>
  new Map(submissions.map((submission) => [submission.id, submission]));

/** In the queue: all else is told by an event. */
const hasMoved = (before: OpenSubmission | undefined, now: OpenSubmission): boolean =>
  before?.state === 'queued' && now.state === 'queued' && before.position !== now.position;

const stateOf = ({ id, state, position, again }: OpenSubmission): SubmissionEvent => ({
  type: 'state',
  submission: id,
  state,
  position,
  again,
});
