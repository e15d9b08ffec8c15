import type { Io } from '@lakeproof/terminal';
import { refuseOldBuild } from './built-from.js';
import { groundNow } from './ground.js';
import { selectionOf, type Rule, type Selection } from './selection.js';
import { short, type Ground, type Item, type Stamp } from './stamp.js';
import { changeStamps, readStamps, verifiedFile, type StampedSuite } from './verified-file.js';

/** What a person asked for on the command line. */
export interface Asked {
  readonly all: boolean;
  /** Names of groups; none: what has to be, and what has its turn. */
  readonly groups: readonly string[];
}

/** One run of a suite over its stamps: what is verified, and that it held. */
export class Stamping {
  readonly #io: Io;
  readonly #suite: StampedSuite;
  readonly #ground: Ground;
  /** As they were when it began. */
  readonly #stamps: ReadonlyMap<string, Stamp>;
  readonly #changes = new Map<string, Stamp | undefined>();
  readonly #turn: number;
  #stop: AbortSignal | undefined;

  private constructor(io: Io, suite: StampedSuite, ground: Ground, stamps: ReadonlyMap<string, Stamp>) {
    this.#io = io;
    this.#suite = suite;
    this.#ground = ground;
    this.#stamps = stamps;
    this.#turn = 1 + Math.max(0, ...[...stamps.values()].map(({ turn }) => turn));
  }

  /**
   * @throws SandboxError when the engine or the image is missing
   * @throws SentenceError when the file of stamps can't be used, or what runs isn't the code that is there
   */
  static async of(suite: StampedSuite, io: Io): Promise<Stamping> {
    refuseOldBuild(io.env);
    return Stamping.on(await groundNow(io.env), suite, io);
  }

  /** @throws SentenceError when the file of stamps can't be used */
  static on(ground: Ground, suite: StampedSuite, io: Io): Stamping {
    return new Stamping(io, suite, ground, readStamps(verifiedFile(io.env), suite));
  }

  /** Once it fires, what ends was cut off and shows nothing: no stamp is given or taken any more. */
  heed(signal: AbortSignal): void {
    this.#stop = signal;
  }

  get wasStopped(): boolean {
    return this.#stop?.aborted === true;
  }

  /** What is verified now. What is left out is said, with the minutes it would take. */
  choose(items: readonly Item[], rule: Rule, { all, groups }: Asked): Selection {
    const named = items.filter(({ group }) => groups.includes(group));
    if (groups.length > 0) return { chosen: named, inTurn: new Set(), stale: none };
    this.#forgetAllBut(items);
    const selection = selectionOf(items, this.#stamps, this.#ground, rule);
    if (all) return { ...selection, chosen: items, stale: none };
    const { chosen, stale } = selection;
    const left = stale.count > 0 ? `; ${String(stale.count)} left stale, ${minutes(stale.seconds)}` : '';
    this.#io.stdout.write(
      `${String(chosen.length)} of ${String(items.length)} verified${left}; --all verifies all\n`,
    );
    return selection;
  }

  /** @param seconds what verifying it took */
  held({ name, inputs }: Item, seconds: number): void {
    if (this.wasStopped) return;
    const [ground, turn] = [this.#ground, this.#turn];
    const rounded = Math.round(seconds * 10) / 10;
    this.#changes.set(name, { inputs: short(inputs), ground, turn, seconds: rounded });
  }

  /** It did not hold: it is verified again next time. */
  broke({ name }: Item): void {
    if (this.wasStopped) return;
    this.#changes.set(name, undefined);
  }

  /** @throws SentenceError when the file of stamps can't be used */
  async save(): Promise<void> {
    await changeStamps(verifiedFile(this.#io.env), this.#suite, this.#changes);
    this.#changes.clear();
  }

  #forgetAllBut(items: readonly Item[]): void {
    const names = new Set(items.map(({ name }) => name));
    for (const name of this.#stamps.keys()) if (!names.has(name)) this.#changes.set(name, undefined);
  }
}

const none = { count: 0, seconds: 0 };

function minutes(seconds: number): string {
  if (seconds === 0) return 'never timed';
  if (seconds < 90) return `about ${String(Math.round(seconds))} s`;
  return `about ${String(Math.round(seconds / 60))} minutes`;
}
