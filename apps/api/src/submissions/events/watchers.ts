import { DomainError, type Progress, type SubmissionId, type UserId } from '@lakeproof/contracts';
import type { ProgressEvent } from '@lakeproof/grading';
import { databaseIsAway, outboxAfter, queuePosition, standingSessions } from '@lakeproof/persistence';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable, type MessageEvent, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { interval, Observable, Subscription } from 'rxjs';
import { EntityManager } from 'typeorm';
import { RedisChannel } from '../../redis/redis-channel.js';
import { Watch } from './watch.js';

/** Who watches, and the session whose end is the end of the stream. */
export interface StreamOwner {
  readonly user: UserId;
  readonly session: string;
}

interface Entry {
  readonly owner: StreamOwner;
  readonly watch: Watch;
  readonly show: (progress: Progress) => ProgressEvent;
}

/** How often Postgres is asked: by those who wait in a queue, and by everybody while Redis is down. */
const pollMilliseconds = 2000;
/** With Redis up all others are asked for as well, once in so many polls: a nudge may have been lost. */
const pollsBetweenAll = 5;
/** Streams one person may hold open: tabs enough, and too few to wear out Postgres. */
export const streamsPerPerson = 30;

/** Proxies close connections on which nothing is said for a minute. */
const heartbeatMilliseconds = 15_000;

/** All viewers of this process. They share one subscription to Redis and one clock. */
@Injectable()
export class Watchers implements OnModuleInit, OnModuleDestroy {
  private readonly entries = new Map<SubmissionId, Set<Entry>>();
  private readonly subscriptions = new Subscription();
  private closed = false;

  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly channel: RedisChannel,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.subscriptions.add(
      this.channel.changed.subscribe((id) => {
        this.refresh(this.of(id));
      }),
    );
    this.subscriptions.add(
      this.channel.progress.subscribe((progress) => {
        this.tell(progress);
      }),
    );
    this.subscriptions.add(
      this.channel.signedOut.subscribe(() => {
        void this.endSignedOut();
      }),
    );
    this.subscriptions.add(
      this.channel.open.subscribe(() => {
        this.refresh(this.all());
        void this.endSignedOut();
      }),
    );
    this.subscriptions.add(
      interval(pollMilliseconds).subscribe((poll) => {
        this.poll(poll);
      }),
    );
  }

  /** Closes every stream, so that the server can stop; viewers come back to another process and resume. */
  onModuleDestroy(): void {
    this.closed = true;
    this.subscriptions.unsubscribe();
    for (const { watch } of this.all()) watch.end();
  }

  /**
   * The events of one submission for one viewer, from its state now to its end or to that of the session.
   * @param resumeAfter outbox id of the last event the viewer got
   * @param show what the viewer is shown of a worker's progress
   * @throws DomainError too-many-requests for a person with too many streams
   */
  watch(
    owner: StreamOwner,
    id: SubmissionId,
    resumeAfter: string | undefined,
    show: (progress: Progress) => ProgressEvent,
  ): Observable<MessageEvent> {
    if (this.all().filter((entry) => entry.owner.user === owner.user).length >= streamsPerPerson)
      throw new DomainError(
        'too-many-requests',
        'You watch too many submissions at once. Close some tabs, then load this page again.',
      );
    return new Observable<MessageEvent>((sink) => {
      const source = {
        changesAfter: (after: string) => this.heard(outboxAfter(this.db, id, after)),
        position: () => this.heard(queuePosition(this.db, id)),
      };
      const entry: Entry = { owner, watch: new Watch(source, sink, resumeAfter), show };
      // Listening first, reading then: a change in between is seen twice rather than never.
      this.add(id, entry);
      const heartbeat = setInterval(() => {
        sink.next({ comment: 'alive' });
      }, heartbeatMilliseconds);
      if (this.closed) entry.watch.end();
      else void entry.watch.refresh();
      return () => {
        clearInterval(heartbeat);
        this.remove(id, entry);
      };
    });
  }

  /** Viewers of this process at the moment. */
  get count(): number {
    return this.all().length;
  }

  /** A viewer waits for a reading that fails, and reads again: what is not Postgres being away must be known. */
  private heard<T>(reading: Promise<T>): Promise<T> {
    return reading.catch((error: unknown) => {
      if (!databaseIsAway(error)) this.log.error({ err: error }, 'a submission could not be watched');
      throw error;
    });
  }

  private poll(poll: number): void {
    const everybody = !this.channel.isOpen || poll % pollsBetweenAll === 0;
    this.refresh(this.all().filter(({ watch }) => everybody || watch.isWaiting));
    if (everybody) void this.endSignedOut();
  }

  /** Ends the streams of sessions that are over, wherever they were ended. */
  private async endSignedOut(): Promise<void> {
    const entries = this.all();
    if (entries.length === 0) return;
    try {
      const standing = await standingSessions(
        this.db,
        entries.map(({ owner }) => owner.session),
      );
      for (const { owner, watch } of entries) if (!standing.has(owner.session)) watch.end();
    } catch (error) {
      // When Postgres is away the next poll looks again.
      if (!databaseIsAway(error)) this.log.error({ err: error }, 'could not look which sessions still stand');
    }
  }

  private tell(progress: Progress): void {
    for (const { watch, show } of this.of(progress.submission)) watch.tellProgress(show(progress));
  }

  private refresh(entries: readonly Entry[]): void {
    for (const { watch } of entries) void watch.refresh();
  }

  private of(id: SubmissionId): Entry[] {
    return [...(this.entries.get(id) ?? [])];
  }

  private all(): Entry[] {
    return [...this.entries.values()].flatMap((entries) => [...entries]);
  }

  private add(id: SubmissionId, entry: Entry): void {
    const entries = this.entries.get(id) ?? new Set();
    this.entries.set(id, entries.add(entry));
  }

  private remove(id: SubmissionId, entry: Entry): void {
    const entries = this.entries.get(id);
    entries?.delete(entry);
    if (entries?.size === 0) this.entries.delete(id);
  }
}
