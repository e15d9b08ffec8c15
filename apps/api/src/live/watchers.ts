import { DomainError, inSandbox, type Progress, type SubmissionId, type UserId } from '@lakeproof/contracts';
import { progressView } from '@lakeproof/grading';
import {
  beginningAfter,
  cursorSchema,
  databaseIsAway,
  eventsAfter,
  standingSessions,
  submissionOwner,
  underWayOf,
} from '@lakeproof/persistence';
import { processLog } from '@lakeproof/service';
import { Inject, Injectable, type MessageEvent, OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import { InjectEntityManager } from '@nestjs/typeorm';
import type { Logger } from 'pino';
import { interval, Observable, Subscription } from 'rxjs';
import { EntityManager } from 'typeorm';
import { CatalogueStore } from '../catalogue/catalogue-store.js';
import { RedisChannel } from '../redis/redis-channel.js';
import { Watch } from './watch.js';

/** Who watches, and the session whose end is the end of the stream. */
export interface StreamOwner {
  readonly user: UserId;
  readonly session: string;
}

interface Entry {
  readonly owner: StreamOwner;
  readonly watch: Watch;
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
  private readonly entries = new Map<UserId, Set<Entry>>();
  private readonly subscriptions = new Subscription();
  private closed = false;

  constructor(
    @InjectEntityManager() private readonly db: EntityManager,
    private readonly channel: RedisChannel,
    private readonly catalogue: CatalogueStore,
    @Inject(processLog) private readonly log: Logger,
  ) {}

  onModuleInit(): void {
    this.subscriptions.add(
      this.channel.changed.subscribe((id) => {
        void this.refreshOwner(id);
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
   * What concerns a person, until their session ends.
   * @param lastEventId of the last event they got, as a browser says it; what is none counts as nothing
   * @throws DomainError too-many-requests for a person with too many streams
   */
  watch(owner: StreamOwner, lastEventId: string | undefined): Observable<MessageEvent> {
    if (this.of(owner.user).length >= streamsPerPerson)
      throw new DomainError(
        'too-many-requests',
        'You have Lakeproof open too many times at once. Close some tabs, then load this page again.',
      );
    const last = cursorSchema.safeParse(lastEventId).data;
    return new Observable<MessageEvent>((sink) => {
      const watch = new Watch(
        {
          beginning: () => this.heard(beginningAfter(this.db, last)),
          eventsAfter: (cursor) => this.heard(eventsAfter(this.db, { person: owner.user }, cursor)),
          underWay: () => this.heard(underWayOf(this.db, owner.user)),
        },
        sink,
      );
      const entry: Entry = { owner, watch };
      // Listening first, reading then: a change in between is seen twice rather than never.
      this.add(entry);
      const heartbeat = setInterval(() => {
        sink.next({ comment: 'alive' });
      }, heartbeatMilliseconds);
      if (this.closed) watch.end();
      else void watch.refresh();
      return () => {
        clearInterval(heartbeat);
        watch.stop();
        this.remove(entry);
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
      if (!databaseIsAway(error)) this.log.error({ err: error }, 'events could not be read');
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

  private async refreshOwner(id: SubmissionId): Promise<void> {
    if (this.entries.size === 0) return;
    try {
      const owner = await this.heard(submissionOwner(this.db, id));
      if (owner) this.refresh(this.of(owner.user));
    } catch {
      // It was said; the next poll reads again.
    }
  }

  private tell(progress: Progress): void {
    for (const { watch } of this.all()) {
      const open = watch.submission(progress.submission);
      if (!open) continue;
      const exercise = this.catalogue.find(open.exercise);
      const variants = exercise && inSandbox(exercise) ? exercise.variants : [];
      const role = open.role === 'trainer' ? 'trainer' : 'participant';
      watch.tellProgress(progressView(progress, variants, { role }));
    }
  }

  private refresh(entries: readonly Entry[]): void {
    for (const { watch } of entries) void watch.refresh();
  }

  private of(user: UserId): Entry[] {
    return [...(this.entries.get(user) ?? [])];
  }

  private all(): Entry[] {
    return [...this.entries.values()].flatMap((entries) => [...entries]);
  }

  private add(entry: Entry): void {
    const { user } = entry.owner;
    const entries = this.entries.get(user) ?? new Set();
    this.entries.set(user, entries.add(entry));
  }

  private remove(entry: Entry): void {
    const { user } = entry.owner;
    const entries = this.entries.get(user);
    entries?.delete(entry);
    if (entries?.size === 0) this.entries.delete(user);
  }
}
